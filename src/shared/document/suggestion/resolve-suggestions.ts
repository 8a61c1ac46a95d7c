import type { MarkJson, NodeJson } from '../document-json.ts'
import { editorialMarks } from '../editorial-marks.ts'
import { joinTexts } from '../join-texts.ts'
import { nodes, schema } from '../schema.ts'
import { suggestionMarks } from './suggestion.ts'

export type Verdict = 'accept' | 'reject' | 'keep'
export type Decide = (mark: MarkJson) => Verdict

const holdsText = new Set(
  Object.entries(nodes).flatMap(([name, { spec }]) =>
    /\b(?:inline|text)\b/.test(spec.content ?? '') ? name : [],
  ),
)
/** Its parent is nothing without it. */
const keepsItsPlace = new Set(['tableCell', 'tableHeader', 'detailsContent'])

const editorial = ({ type }: MarkJson) => editorialMarks.has(type)
const withMarks = ({ marks: _, ...node }: NodeJson, marks: readonly MarkJson[]): NodeJson =>
  marks.length > 0 ? { ...node, marks: [...marks] } : node

/**
 * A document with suggestions carried out or undone, as `decide` says for each mark. Nodes in which nothing is decided
 * are the same objects as before.
 */
export function resolveSuggestions<T extends NodeJson>(doc: T, decide: Decide): T {
  const content = resolveAll(doc.content ?? [], decide)
  if (content === doc.content || !doc.content) return doc
  return { ...doc, content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** Items of lists begin with text, also when that of the item is gone and what was below it stays. */
function beginsRight(node: NodeJson, content: NodeJson[]): NodeJson[] {
  const isItem = node.type === 'listItem' || node.type === 'taskItem'
  const first = content[0]?.type
  return isItem && first !== undefined && first !== 'paragraph'
    ? [{ type: 'paragraph' }, ...content]
    : content
}

interface Fate {
  node: NodeJson | null
  /** It goes on from the block before it. */
  joins: boolean
}

function resolveAll(content: NodeJson[], decide: Decide): NodeJson[] {
  let changed = false
  const result: NodeJson[] = []
  for (const child of content) {
    const { node, joins } = resolveNode(child, decide)
    const previous = result.at(-1)
    const whole = joins && previous && node ? joinBlocks(previous, node) : null
    if (whole) result[result.length - 1] = whole
    else if (node) result.push(node)
    if (node !== child || whole) changed = true
  }
  return changed ? joinTexts(result) : content
}

function resolveNode(node: NodeJson, decide: Decide): Fate {
  const content = node.content && beginsRight(node, resolveAll(node.content, decide))
  let resolved = content === node.content ? node : { ...node, content: content ?? [] }
  // What held blocks and has lost them all goes with them.
  if (content?.length === 0 && resolved !== node && !holdsText.has(node.type))
    return keepsItsPlace.has(node.type)
      ? { node: { ...resolved, content: [{ type: 'paragraph' }] }, joins: false }
      : { node: null, joins: false }
  if (content?.length === 0 && resolved !== node) {
    const { content: _, ...empty } = resolved
    resolved = empty
  }
  if (!node.marks?.some(({ type }) => suggestionMarks.has(type))) return { node: resolved, joins: false }

  let marks: readonly MarkJson[] = node.marks
  let joins = false
  for (const mark of node.marks) {
    if (!suggestionMarks.has(mark.type)) continue
    const verdict = decide(mark)
    if (verdict === 'keep') continue
    marks = marks.filter((other) => other !== mark)
    if (mark.type === 'modification') {
      if (verdict === 'reject') [resolved, marks] = inFormerForm(resolved, marks, mark.attrs?.before)
    } else if ((mark.type === 'insertion') === (verdict === 'reject')) {
      if (mark.attrs?.joined !== true) return { node: null, joins: false }
      joins = true
    }
  }
  return { node: marks === node.marks ? resolved : withMarks(resolved, marks), joins }
}

function inFormerForm(
  node: NodeJson,
  marks: readonly MarkJson[],
  before: unknown,
): [NodeJson, readonly MarkJson[]] {
  if (Array.isArray(before)) return [node, [...marks.filter(editorial), ...(before as MarkJson[])]]
  const { type, attrs } = before as NodeJson
  const { attrs: _, ...rest } = node
  return [{ ...rest, type, ...(attrs ? { attrs } : {}) }, marks]
}

/** What a block of text has room for: of what is joined to code the letters and the ends of lines stay. */
function fitting(content: readonly NodeJson[], blockType: string): NodeJson[] {
  const block = schema.nodes[blockType]
  const hasRoom = (mark: MarkJson) => {
    const type = schema.marks[mark.type]
    return type !== undefined && block?.allowsMarkType(type) === true
  }
  return content.flatMap((node) => {
    const type = schema.nodes[node.type]
    const fits = type && block?.contentMatch.matchType(type)
    if (!fits && type !== schema.linebreakReplacement) return []
    return [withMarks(fits ? node : { type: 'text', text: '\n' }, (node.marks ?? []).filter(hasRoom))]
  })
}

/** Two blocks as one, down to the text where they meet; null where there is no such place. */
function joinBlocks(before: NodeJson, after: NodeJson): NodeJson | null {
  const [head, tail] = [before.content ?? [], after.content ?? []]
  if (holdsText.has(before.type) && holdsText.has(after.type)) {
    const content = joinTexts([...head, ...fitting(tail, before.type)])
    return content.length > 0 ? { ...before, content } : before
  }
  const [last, first] = [head.at(-1), tail[0]]
  if (!last || !first || holdsText.has(before.type) || holdsText.has(after.type)) return null
  const joined = joinBlocks(last, first)
  return joined && { ...before, content: [...head.slice(0, -1), joined, ...tail.slice(1)] }
}
