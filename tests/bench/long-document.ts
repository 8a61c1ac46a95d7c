import { randomUUID } from 'node:crypto'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { createCorpus } from './generate.ts'

/** Articles in a row until there are so many characters. */
export function longDocument(characters: number, seed = 1): DocumentJson {
  const corpus = createCorpus(seed)
  const content: NodeJson[] = []
  let length = 0
  for (let index = 0; length < characters; index++) {
    for (const block of corpus.article(index).doc.content ?? []) {
      const text = (block.content?.[0]?.text ?? '').slice(0, characters - length)
      if (text === '') break
      content.push({ ...block, content: [{ type: 'text', text }] })
      length += text.length
    }
  }
  return { type: 'doc', content }
}

export interface Comment {
  uid: string
  quote: string
}

const cell = (type: 'tableHeader' | 'tableCell', text: string): NodeJson => ({
  type,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

const rows = ['首', '次', '三', '末']
const columns = ['甲', '乙', '丙', '丁']

const table = (): NodeJson => ({
  type: 'table',
  content: [0, 1, 2, 3].map((row) => ({
    type: 'tableRow',
    content: [0, 1, 2, 3].map((column) =>
      cell(row === 0 ? 'tableHeader' : 'tableCell', `表格${rows[row]}行${columns[column]}列`),
    ),
  })),
})

/** The same with 50 pictures, 20 tables and 200 commented passages, evenly spread. */
export function richDocument(
  characters: number,
  media: readonly string[],
): { doc: DocumentJson; comments: Comment[] } {
  const blocks = longDocument(characters).content ?? []
  const pictures = 50
  const tables = 20
  const passages = 200
  const comments: Comment[] = []
  const due = (index: number, count: number) =>
    Math.floor(((index + 1) * count) / blocks.length) - Math.floor((index * count) / blocks.length)

  const content = blocks.flatMap((block, index): NodeJson[] => {
    const text = block.content?.[0]?.text ?? ''
    const parts: NodeJson[] = []
    let from = 0
    for (let n = due(index, passages); n > 0 && text.length - from > 8; n--) {
      const uid = randomUUID()
      const quote = text.slice(from + 2, from + 6)
      parts.push({ type: 'text', text: text.slice(from, from + 2) })
      parts.push({ type: 'text', text: quote, marks: [{ type: 'comment', attrs: { thread: uid } }] })
      comments.push({ uid, quote })
      from += 6
    }
    if (from < text.length) parts.push({ type: 'text', text: text.slice(from) })
    const after: NodeJson[] = []
    for (let n = due(index, pictures); n > 0; n--)
      after.push({
        type: 'image',
        attrs: { media: media[(index + n) % media.length], alt: '图', width: 640, height: 360 },
      })
    for (let n = due(index, tables); n > 0; n--) after.push(table())
    return [{ ...block, content: parts }, ...after]
  })
  return { doc: { type: 'doc', content }, comments }
}
