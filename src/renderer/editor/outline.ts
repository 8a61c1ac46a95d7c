import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

export interface OutlineEntry {
  text: string
  level: number
  /** Where the heading begins in the document. */
  position: number
  /** How many headings stand above it in the tree. */
  depth: number
}

/** The headings of the article itself; those inside other blocks have no section to move. */
export function outlineOf(doc: Node): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  const above: number[] = []
  doc.forEach((node, position) => {
    if (node.type.name !== 'heading') return
    const level = Number(node.attrs.level)
    while (above.length > 0 && (above.at(-1) ?? 0) >= level) above.pop()
    entries.push({ text: node.textContent, level, position, depth: above.length })
    above.push(level)
  })
  return entries
}

/** The index after the section of a heading: all that follows up to the next heading that is not below it. */
export function sectionEnd(entries: readonly OutlineEntry[], index: number): number {
  const level = entries[index]?.level ?? 0
  const next = entries.findIndex((entry, at) => at > index && entry.level <= level)
  return next < 0 ? entries.length : next
}

/** The heading whose section the position is in; -1 above the first. */
export const entryAt = (entries: readonly OutlineEntry[], position: number): number =>
  entries.findLastIndex((entry) => entry.position <= position)

/** Before which heading a section goes when it moves by one step; null at the edge. */
export function stepTarget(entries: readonly OutlineEntry[], index: number, by: -1 | 1): number | null {
  const level = entries[index]?.level ?? 0
  if (by < 0) {
    const before = entries.findLastIndex((entry, at) => at < index && entry.level <= level)
    return before < 0 ? null : before
  }
  const next = sectionEnd(entries, index)
  if (next === entries.length) return null
  return entries[next]?.level === level ? sectionEnd(entries, next) : next + 1
}

/**
 * Moves the section of a heading before another heading, or to the end of the article for an index past the last.
 * False when it would go into itself or stay where it is.
 */
export function moveSection(tr: Transaction, index: number, target: number): boolean {
  const entries = outlineOf(tr.doc)
  const end = sectionEnd(entries, index)
  if (!entries[index] || target < 0 || target > entries.length || (target >= index && target <= end))
    return false
  const positionOf = (at: number) => entries[at]?.position ?? tr.doc.content.size
  const [from, to, goal] = [positionOf(index), positionOf(end), positionOf(target)]
  const section = tr.doc.slice(from, to).content
  if (goal < from) tr.delete(from, to).insert(goal, section)
  else tr.insert(goal, section).delete(from, to)
  return true
}
