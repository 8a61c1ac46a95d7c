import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { DragEvent } from 'react'

/** Lets the editor drop the block as it drops what is dragged in the text. */
export function startDrag(view: EditorView, position: number, event: DragEvent): void {
  const selection = NodeSelection.create(view.state.doc, position)
  view.dispatch(view.state.tr.setSelection(selection))
  const slice = selection.content()
  const { dom, text } = view.serializeForClipboard(slice)
  event.dataTransfer.clearData()
  event.dataTransfer.setData('text/html', dom.innerHTML)
  event.dataTransfer.setData('text/plain', text)
  event.dataTransfer.effectAllowed = 'copyMove'
  const image = view.nodeDOM(position)
  if (image instanceof Element) event.dataTransfer.setDragImage(image, 0, 0)
  view.dragging = { slice, move: true }
}
