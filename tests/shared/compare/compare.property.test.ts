import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BlockChange,
  compareDocuments,
  hasChanged,
  side,
  takeBack,
} from '#shared/compare/compare-documents.ts'
import { inlineSide } from '#shared/compare/compare-inline.ts'
import { normalDocument } from '#shared/compare/normal-document.ts'
import { documentProblem } from '#shared/document/check-document.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { documents } from '../../helpers/arbitraries/document.ts'
import { edited, histories } from '../../helpers/arbitraries/edited-document.ts'

const runs = { numRuns: 40 }

const pairs = fc.oneof(
  documents.chain((before) => fc.tuple(fc.constant(before), edited(before))),
  fc.tuple(documents, documents),
)
const all = (changes: readonly BlockChange[]): BlockChange[] =>
  changes.flatMap((change) => [change, ...all(change.children ?? [])])
const docOf = (content: DocumentJson['content']): DocumentJson => ({ type: 'doc', content: content ?? [] })

test('a document beside itself has no changes', () => {
  fc.assert(
    fc.property(documents, (doc) => {
      expect(compareDocuments(doc, structuredClone(doc)).some(hasChanged)).toBe(false)
    }),
    runs,
  )
})

test('either side comes back from a comparison', () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const changes = compareDocuments(before, after)
      expect(docOf(side(changes, () => 'before'))).toEqual(normalDocument(before))
      expect(docOf(side(changes, () => 'after'))).toEqual(normalDocument(after))
    }),
    runs,
  )
})

test('the pieces of a text and the parts of a block are those of both sides', () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      for (const change of all(compareDocuments(before, after))) {
        if (change.pieces) {
          expect(inlineSide(change.pieces, 'before')).toEqual(change.before?.content ?? [])
          expect(inlineSide(change.pieces, 'after')).toEqual(change.after?.content ?? [])
        }
        if (change.children) {
          expect(side(change.children, () => 'before')).toEqual(change.before?.content)
          expect(side(change.children, () => 'after')).toEqual(change.after?.content)
        }
        if (change.kind === 'changed')
          expect(
            change.pieces?.some(({ kind }) => kind !== 'same') ||
              change.children?.some(hasChanged) ||
              change.attributes.length > 0 ||
              (!change.pieces && !change.children),
          ).toBe(true)
      }
    }),
    runs,
  )
})

test('taking back everything is the earlier document, nothing the later one, anything a document', () => {
  fc.assert(
    fc.property(histories, fc.array(fc.nat(20)), ({ base, mine }, some) => {
      const changes = compareDocuments(base, mine)
      expect(takeBack(changes, new Set(changes.map(({ id }) => id)))).toEqual(normalDocument(base))
      expect(takeBack(changes, new Set())).toEqual(normalDocument(mine))
      const top = changes.filter((_, index) => some.includes(index)).map(({ id }) => id)
      expect(documentProblem(takeBack(changes, new Set(top)))).toBeNull()
    }),
    runs,
  )
})
