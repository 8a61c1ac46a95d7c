import type { Transform } from 'prosemirror-transform'
import type { TextMatch } from './find-in-document.ts'

/** Puts every match's replacement in its place, with the marks of what stood there. */
export function replaceMatches(tr: Transform, matches: readonly TextMatch[]): void {
  for (const { from, to, replacement } of matches.toSorted((a, b) => b.from - a.from)) {
    if (replacement === '') tr.delete(from, to)
    else {
      const marks = tr.doc.nodeAt(from)?.marks ?? []
      tr.replaceWith(from, to, tr.doc.type.schema.text(replacement, marks))
    }
  }
}
