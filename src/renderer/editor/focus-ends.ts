import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { afterBlock } from './after-block.ts'

/** Goes on writing at the end; after a picture, divider or the like in a new paragraph. */
export function focusBelow(view: EditorView): void {
  const { doc, tr } = view.state
  if (doc.lastChild?.isAtom || doc.lastChild?.type.spec.code) afterBlock(tr, doc.content.size)
  else tr.setSelection(TextSelection.atEnd(doc))
  view.dispatch(tr.scrollIntoView())
  view.focus()
}

/** At once: a key that follows Enter in the title must not land there. TipTap's own command waits for a frame. */
export function focusStart(view: EditorView): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.atStart(view.state.doc)).scrollIntoView())
  view.focus()
}
