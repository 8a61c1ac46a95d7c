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

const p = (text: string): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const bodyOf = (...content: NodeJson[]) => write({ type: 'doc', content }).split('\n---\n\n')[1]

test('only white space that readers would drop looks other than it is', () => {
  expect(bodyOf(p('One space, 一个空格　全角'), p('　　缩进'))).toBe(
    'One space, 一个空格　全角\n\n　　缩进\n',
  )
  expect(bodyOf(p('two  spaces '), { type: 'paragraph' }, { type: 'heading', attrs: { level: 3 } })).toBe(
    'two &#32;spaces&#32;\n\n<p></p>\n\n###\n',
  )
})

test('of another program’s Markdown white space is what browsers show of it', () => {
  expect(read('a &#32; b&#9;c&#32;\n\n&#32;d').doc.content).toEqual(
    [p('a b c'), p('d')].map((block) => ({ ...block, attrs: { align: null } })),
  )
})
