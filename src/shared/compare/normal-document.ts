import type { DocumentJson, MarkJson, NodeJson } from '../document/document-json.ts'
import { joinTexts } from '../document/join-texts.ts'
import { schema } from '../document/schema.ts'
import { canonicalJson } from './canonical-json.ts'

const rankOf = (mark: MarkJson): number => Object.keys(schema.marks).indexOf(mark.type)

/** Marks in the order of the schema, none twice; undefined for none. */
export function normalMarks(marks: readonly MarkJson[] | undefined): MarkJson[] | undefined {
  if (!marks || marks.length === 0) return undefined
  const byKey = new Map(marks.map((mark) => [canonicalJson(mark), mark]))
  return [...byKey.values()].sort((a, b) => rankOf(a) - rankOf(b))
}

const defaults = new Map<string, Record<string, unknown>>(
  Object.values(schema.nodes).map((type) => [
    type.name,
    Object.fromEntries(
      Object.entries(type.spec.attrs ?? {}).flatMap(([name, spec]) =>
        'default' in spec ? [[name, spec.default]] : [],
      ),
    ),
  ]),
)

/** The same node as everybody writes it: every attribute there, texts joined, marks in order. */
export function normalNode(node: NodeJson): NodeJson {
  const marks = normalMarks(node.marks)
  if (node.text !== undefined) return { type: node.type, text: node.text, ...(marks && { marks }) }
  const attrs = { ...defaults.get(node.type), ...node.attrs }
  const content = joinTexts((node.content ?? []).map(normalNode))
  return {
    type: node.type,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
    ...(marks && { marks }),
  }
}

export const normalDocument = (doc: DocumentJson): DocumentJson => ({ ...normalNode(doc), type: 'doc' })
