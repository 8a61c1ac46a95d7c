import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentProblem } from '#shared/document/check-document.ts'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { documentMarkdown } from '#shared/document/markdown/document-markdown.ts'
import { parseMarkdown } from '../../../src/main/core/importing/markdown.ts'
import { documents, sizeOf } from '../../helpers/arbitraries/document.ts'

const context = {
  mediaUrl: (id: string) => `media/${id}.png`,
  articleUrl: (uid: string) => `article:${uid}`,
  complete: true,
  naturalSize: sizeOf,
}

const write = (doc: DocumentJson) =>
  `---\ngenerator: Galley\ntitle: 题\n---\n\n${documentMarkdown(doc, context)}`

/** What the import adds for a picture that says nothing of its size: the file's own. */
const withSizes = <T extends NodeJson>(node: T): T => {
  const { media, width } = node.attrs ?? {}
  const sized = typeof media === 'string' && !width ? { attrs: { ...node.attrs, ...sizeOf(media) } } : {}
  return { ...node, ...sized, ...(node.content && { content: node.content.map(withSizes) }) }
}

const read = (markdown: string) =>
  withSizes(parseMarkdown({ fileName: 'a.md', text: markdown }, { timeZone: 'Asia/Shanghai' }).doc)

test('what Markdown says of a document, the import reads back', () => {
  fc.assert(
    fc.property(documents, (doc) => {
      expect(documentProblem(doc)).toBeNull()
      expect(read(write(doc))).toEqual(doc)
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  )
}, 60_000)
