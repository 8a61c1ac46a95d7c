import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentProblem } from '#shared/document/check-document.ts'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { markdownFile } from '../../../src/main/core/exporting/markdown-file.ts'
import { parseMarkdown } from '../../../src/main/core/importing/markdown.ts'
import { documents, sizeOf } from '../../helpers/arbitraries/document.ts'
import { exported, surroundings } from './exported.ts'

const write = (doc: DocumentJson) => markdownFile({ ...exported, doc }, surroundings)

/** What the import adds for a picture that says nothing of its size: the file's own. */
const withSizes = <T extends NodeJson>(node: T): T => {
  const { media, width } = node.attrs ?? {}
  const sized = typeof media === 'string' && !width ? { attrs: { ...node.attrs, ...sizeOf(media) } } : {}
  return { ...node, ...sized, ...(node.content && { content: node.content.map(withSizes) }) }
}

const read = (text: string) => parseMarkdown({ fileName: 'a.md', text }, { timeZone: 'Asia/Shanghai' })

test('what Markdown says of a document, the import reads back', () => {
  fc.assert(
    fc.property(documents, (doc) => {
      expect(documentProblem(doc)).toBeNull()
      expect(withSizes(read(write(doc)).doc)).toEqual(doc)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('so it does the facts', () => {
  const { doc: _, ...facts } = exported
  expect(read(write(exported.doc))).toMatchObject(facts)
})
