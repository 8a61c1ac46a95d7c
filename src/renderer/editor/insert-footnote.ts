import type { EditorState } from '@tiptap/pm/state'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { openNodeEditor } from './node-editors/node-editors.ts'

export function canInsertFootnote({ selection, schema }: EditorState): boolean {
  const { $to } = selection
  const type = schema.nodes.footnote
  return (
    type !== undefined &&
    $to.parent.inlineContent &&
    $to.parent.canReplaceWith($to.index(), $to.index(), type)
  )
}

/** A note behind what is selected, and its editor; or the editor of the note that is selected. */
export function insertFootnote(view: EditorView): void {
  const { selection, schema, tr } = view.state
  if (selection instanceof NodeSelection && selection.node.type.name === 'footnote')
    return openNodeEditor(view, 'footnote', selection.from)
  const note = schema.nodes.footnote?.create()
  if (!note || !canInsertFootnote(view.state)) return
  const at = selection.to
  tr.insert(at, note)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + note.nodeSize)).scrollIntoView())
  openNodeEditor(view, 'footnote', at)
}
