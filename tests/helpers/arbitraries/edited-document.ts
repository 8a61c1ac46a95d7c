import fc from 'fast-check'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { schema } from '#shared/document/schema.ts'
import { documents } from './document.ts'

type Edit =
  | { kind: 'write' | 'cut'; at: number; offset: number; text: string }
  | { kind: 'delete'; at: number }
  | { kind: 'move'; at: number; to: number }
  | { kind: 'insert'; at: number; node: NodeJson }
  | { kind: 'bold'; at: number }

const place = fc.nat(1000)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('write' as const, 'cut' as const),
    at: place,
    offset: place,
    text: fc.constantFrom('新', '很长的一段', 'word ', '。', '😀'),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: place }),
  fc.record({ kind: fc.constant('move' as const), at: place, to: place }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    node: documents.map(({ content }) => content?.[0] ?? { type: 'paragraph' }),
  }),
  fc.record({ kind: fc.constant('bold' as const), at: place }),
)

const textsOf = (node: NodeJson): NodeJson[] =>
  node.text === undefined ? (node.content ?? []).flatMap(textsOf) : [node]

function apply(doc: DocumentJson, change: Edit): void {
  const blocks = doc.content ?? []
  const at = change.at % Math.max(1, blocks.length)
  if (change.kind === 'delete' && blocks.length > 1) blocks.splice(at, 1)
  if (change.kind === 'insert') blocks.splice(at, 0, structuredClone(change.node))
  if (change.kind === 'move') {
    const [moved] = blocks.splice(at, 1)
    if (moved) blocks.splice(change.to % (blocks.length + 1), 0, moved)
  }
  if (change.kind !== 'write' && change.kind !== 'cut' && change.kind !== 'bold') return
  const texts = textsOf(doc)
  const node = texts[change.at % Math.max(1, texts.length)]
  if (!node?.text) return
  if (change.kind === 'bold') {
    if (!node.marks) node.marks = [{ type: 'bold' }]
    return
  }
  const letters = [...node.text]
  const offset = change.offset % letters.length
  if (change.kind === 'write') letters.splice(offset, 0, change.text)
  else if (letters.length > 1) letters.splice(offset, 1)
  node.text = letters.join('')
}

/** A document after a few edits of all kinds; it fits the schema. */
export const edited = (doc: DocumentJson): fc.Arbitrary<DocumentJson> =>
  fc.array(edit, { maxLength: 5 }).map((edits) => {
    const next = structuredClone(doc)
    for (const change of edits) {
      const before = structuredClone(next.content)
      apply(next, change)
      try {
        schema.nodeFromJSON(next).check()
      } catch {
        if (before) next.content = before
      }
    }
    return next
  })

/** A document and two others that were made of it. */
export const histories: fc.Arbitrary<{ base: DocumentJson; mine: DocumentJson; theirs: DocumentJson }> =
  documents.chain((base) => fc.record({ base: fc.constant(base), mine: edited(base), theirs: edited(base) }))
