import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { outsideComposition } from '../compositions.ts'
import type { Place } from './marked-places.ts'
import { untracked } from './suggestion-mode.ts'

/** Undo takes back what was written, not what was said about it. */
const beside = (view: EditorView) =>
  view.state.tr.setMeta('addToHistory', false).setMeta(untracked, true).setMeta('preventAutolink', true)

/** Puts a thread on words. */
export const placeThread = (view: EditorView, thread: string, { from, to }: Place) =>
  outsideComposition(view, () => {
    const mark = view.state.schema.marks.comment?.create({ thread })
    if (mark) view.dispatch(beside(view).addMark(from, Math.min(to, view.state.doc.content.size), mark))
  })

export const removeThread = (view: EditorView, thread: string) =>
  outsideComposition(view, () => {
    const mark = view.state.schema.marks.comment?.create({ thread })
    if (mark) view.dispatch(beside(view).removeMark(0, view.state.doc.content.size, mark))
  })

/** The threads whose words the caret is in, separated by spaces. */
export function threadsAtCaret({ selection }: EditorState): string {
  const { $head } = selection
  const marks = new Set([
    ...$head.marks(),
    ...($head.nodeAfter?.marks ?? []),
    ...($head.nodeBefore?.marks ?? []),
  ])
  return [
    ...new Set([...marks].flatMap(({ type, attrs }) => (type.name === 'comment' ? [attrs.thread] : []))),
  ].join(' ')
}

/** Scrolls to a place in the text and lets it light up for a moment. */
export function showPlace(view: EditorView, selector: string): boolean {
  const parts = [...view.dom.querySelectorAll(selector)]
  const first = parts[0]
  if (!first) return false
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  first.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
  for (const part of parts)
    part.animate(
      [{ outline: '2px solid currentColor', outlineOffset: '2px' }, { outline: '2px solid transparent' }],
      {
        duration: 1_400,
        easing: 'ease-in',
      },
    )
  return true
}

export const threadSelector = (thread: string) => `[data-thread="${CSS.escape(thread)}"]`
export const suggestionSelector = (id: string) => `[data-suggestion="${CSS.escape(id)}"]`
