import type { Mark, Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { suggestionMarks } from '../suggestion/suggestion.ts'
import type { TextMatch } from './find-in-document.ts'

/**
 * The marks that a match begins with. What is suggested of a part of it only goes, or else text that nobody suggested to
 * add or to strike out would share the fate of what somebody did.
 */
function marksOf(doc: Node, { from, to }: TextMatch): readonly Mark[] {
  const marks = doc.nodeAt(from)?.marks ?? []
  return marks.filter((mark) => {
    if (!suggestionMarks.has(mark.type.name)) return true
    let covers = true
    doc.nodesBetween(from, to, (node) => {
      if (node.isText) covers &&= mark.isInSet(node.marks)
    })
    return covers
  })
}

/** Puts every match's replacement in its place, with the marks of what stood there. */
export function replaceMatches(tr: Transform, matches: readonly TextMatch[]): void {
  for (const match of matches.toSorted((a, b) => b.from - a.from)) {
    const { from, to, replacement } = match
    if (replacement === '') tr.delete(from, to)
    else tr.replaceWith(from, to, tr.doc.type.schema.text(replacement, marksOf(tr.doc, match)))
  }
}
