import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { untracked } from './review/suggestion-mode.ts'

/**
 * Brings the editor to `next` by replacing only what differs, so that caret, scroll position and history stay.
 * `undoable`: somebody asked for it, and one undo takes it back. Never a suggestion: what stands there afterwards is
 * `next`, which may be what is stored.
 */
export function replaceDocument(view: EditorView, next: Node, undoable = false): void {
  const { doc, tr } = view.state
  const start = doc.content.findDiffStart(next.content)
  const end = doc.content.findDiffEnd(next.content)
  if (start === null || !end) return
  // Text that is equal before and after the change is found by both searches.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  // Not one with what was written right before.
  if (undoable) closeHistory(tr)
  view.dispatch(
    tr
      .replace(start, end.a + overlap, next.slice(start, end.b + overlap))
      .setMeta('addToHistory', undoable)
      .setMeta(untracked, true)
      .setMeta('preventAutolink', true),
  )
}
