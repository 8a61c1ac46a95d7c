import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeContents, resolveMerge } from '#shared/compare/merge-contents.ts'
import { normalDocument } from '#shared/compare/normal-document.ts'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { documentProblem } from '#shared/document/check-document.ts'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { documents } from '../../helpers/arbitraries/document.ts'
import { edited, histories } from '../../helpers/arbitraries/edited-document.ts'
import { buildContent } from './build-content.ts'

const runs = { numRuns: 40 }

const content = (doc: DocumentJson, title = '标题'): ArticleContent => buildContent({ doc, title })
const merged = (base: DocumentJson | null, mine: DocumentJson, theirs: DocumentJson) =>
  mergeContents(base && content(base), content(mine), content(theirs))

test('what only one side changed is taken as it is', () => {
  fc.assert(
    fc.property(histories, ({ base, mine }) => {
      for (const [left, right] of [
        [base, mine],
        [mine, base],
        [mine, mine],
      ] as const) {
        const merge = merged(base, left, right)
        expect(merge.conflicts).toEqual([])
        expect(resolveMerge(merge, {}).doc).toEqual(normalDocument(mine))
      }
    }),
    runs,
  )
})

const textsOf = (node: NodeJson): string => node.text ?? (node.content ?? []).map(textsOf).join('')

/** Writes a mark of its own at the beginning of some text blocks. */
function signed(
  doc: DocumentJson,
  mark: string,
  places: readonly number[],
): { doc: DocumentJson; marks: string[] } {
  const marks: string[] = []
  let at = 0
  const visit = (node: NodeJson): NodeJson => {
    if (node.content?.[0]?.text !== undefined && node.type !== 'footnote') {
      if (!places.includes(at++)) return node
      const text = `${mark}${marks.push(mark)}号`
      marks[marks.length - 1] = text
      return { ...node, content: [{ type: 'text', text }, ...node.content] }
    }
    return node.content ? { ...node, content: node.content.map(visit) } : node
  }
  return { doc: { ...visit(doc), type: 'doc' }, marks }
}

test('no text of either side is lost: it is merged, or it is in a conflict', () => {
  const places = fc.array(fc.nat(12), { maxLength: 4 })
  fc.assert(
    fc.property(histories, places, places, fc.boolean(), ({ base, mine, theirs }, a, b, known) => {
      const [left, right] = [signed(mine, '甲', a), signed(theirs, '乙', b)]
      const merge = merged(known ? base : null, left.doc, right.doc)
      const decided = textsOf({
        type: 'doc',
        content: [
          resolveMerge(merge, {}).doc,
          ...merge.conflicts.flatMap((conflict) => (conflict.kind === 'conflict' ? conflict.theirs : [])),
        ],
      })
      for (const mark of [...left.marks, ...right.marks]) expect(decided).toContain(mark)
    }),
    runs,
  )
})

test('edits of different paragraphs are both kept', () => {
  fc.assert(
    fc.property(documents, fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (doc, first, last) => {
      const line = (text: string): NodeJson => ({
        type: 'paragraph',
        attrs: { align: null },
        content: [{ type: 'text', text }],
      })
      const [head, tail] = ['第一段的文字很特别', '最后一段说的是别的事情']
      const around = (start: string, end: string): DocumentJson => ({
        type: 'doc',
        content: [line(start), ...(normalDocument(doc).content ?? []), line(end)],
      })
      const merge = merged(around(head, tail), around(head + first, tail), around(head, tail + last))
      expect(merge.conflicts).toEqual([])
      expect(resolveMerge(merge, {}).doc).toEqual(around(head + first, tail + last))
    }),
    runs,
  )
})

test('whatever is chosen, the result is a document', () => {
  const choice = fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const)
  fc.assert(
    fc.property(
      histories,
      fc.infiniteStream(choice),
      fc.boolean(),
      ({ base, mine, theirs }, stream, known) => {
        const merge = merged(known ? base : null, mine, theirs)
        const choices = Object.fromEntries(
          merge.conflicts.map(({ id }) => [id, stream.next().value ?? 'mine'] as const),
        )
        expect(documentProblem(resolveMerge(merge, choices).doc)).toBeNull()
        expect(new Set(merge.conflicts.map(({ id }) => id)).size).toBe(merge.conflicts.length)
      },
    ),
    runs,
  )
})

test('all of one side can be had from a merge without a base', () => {
  fc.assert(
    fc.property(
      documents.chain((doc) => fc.tuple(fc.constant(doc), edited(doc))),
      ([mine, theirs]) => {
        const merge = merged(null, mine, theirs)
        const all = (side: 'mine' | 'theirs') =>
          Object.fromEntries(merge.conflicts.map(({ id }) => [id, side] as const))
        expect(resolveMerge(merge, all('mine')).doc).toEqual(normalDocument(mine))
        expect(resolveMerge(merge, all('theirs')).doc).toEqual(normalDocument(theirs))
      },
    ),
    runs,
  )
})
