import type { DocumentJson } from '#shared/document/document-json.ts'

/** A document of some 4,000 characters in which every paragraph names the counter: half of one would show. */
export const buildParagraphs = (counter: number): DocumentJson => ({
  type: 'doc',
  content: Array.from({ length: 60 }, (_, index) => ({
    type: 'paragraph',
    content: [
      {
        type: 'text',
        text: `〔${counter}〕第${index + 1}段。${'编辑台把每一次确认过的保存都留在磁盘上。'.repeat(3)}`,
      },
    ],
  })),
})

/** The counters that a text names. */
export const countersIn = (text: string): number[] => [
  ...new Set([...text.matchAll(/〔(\d+)〕/g)].map((match) => Number(match[1]))),
]
