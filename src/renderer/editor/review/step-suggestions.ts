import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { suggestionMarks } from '#shared/document/suggestion/suggestion.ts'
import { markedPlaces } from './marked-places.ts'
import { resolveInText } from './resolve.ts'

/** Ids of the suggestions in the selection, or around the caret. */
export function suggestionsHere(view: EditorView): Set<string> {
  const { doc, selection } = view.state
  const ids = new Set<string>()
  const from = Math.max(0, selection.from - (selection.empty ? 1 : 0))
  const to = Math.min(doc.content.size, selection.to + (selection.empty ? 1 : 0))
  doc.nodesBetween(from, to, (node) => {
    for (const mark of node.marks) if (suggestionMarks.has(mark.type.name)) ids.add(mark.attrs.id)
  })
  return ids
}

/** Selects the next or the previous suggestion, round the ends of the text. */
export function stepSuggestion(view: EditorView, by: 1 | -1): boolean {
  const { doc, selection, tr } = view.state
  const { suggestions } = markedPlaces(doc)
  const next =
    by === 1
      ? (suggestions.find(({ from }) => from > selection.from) ?? suggestions[0])
      : (suggestions.findLast(({ from }) => from < selection.from) ?? suggestions.at(-1))
  if (!next) return false
  view.dispatch(
    tr.setSelection(TextSelection.between(doc.resolve(next.from), doc.resolve(next.to))).scrollIntoView(),
  )
  view.focus()
  return true
}

/** Decides on the suggestions in the selection or at the caret, and goes on to the next one. */
export function decideHere(view: EditorView, verdict: 'accept' | 'reject'): void {
  const ids = suggestionsHere(view)
  if (ids.size === 0) return void stepSuggestion(view, 1)
  resolveInText(view, ({ attrs }) => (ids.has(String(attrs?.id)) ? verdict : 'keep'))
  stepSuggestion(view, 1)
}
