import type { EditorView } from '@tiptap/pm/view'
import type { Finding } from '#shared/contract/checks.ts'
import { replaceMatches } from '#shared/document/find/replace-matches.ts'
import { placeOfFinding } from './findings.ts'

/** Applies the fixes of findings in the body where their text still is what it was, in one step of the history. */
export function applyFixes(view: EditorView, findings: readonly Finding[]): void {
  const { state } = view
  const { tr } = state
  const places = findings
    .flatMap((finding) => {
      const place = placeOfFinding(state, finding)
      return place ? [{ finding, ...place }] : []
    })
    .sort((a, b) => a.from - b.from)
  for (const { finding, from } of places) {
    const { fix } = finding
    if (fix?.kind === 'headingLevel') tr.setNodeAttribute(from - 1, 'level', fix.level)
  }
  let last = 0
  const texts = places.flatMap(({ finding: { fix, excerpt }, from, to }) => {
    const stands = state.doc.textBetween(from, to, undefined, '\ufffc') === excerpt
    if (fix?.kind !== 'text' || !stands || from < last) return []
    last = to
    return [{ from, to, replacement: fix.text }]
  })
  replaceMatches(tr, texts)
  if (tr.docChanged) view.dispatch(tr)
  view.focus()
}
