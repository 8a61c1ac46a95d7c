import type { Editor, KeyboardShortcutCommand } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { blockAround } from '../block-around.ts'

type Step = (editor: Editor) => boolean

/** Enter in the summary goes into the content, and takes what stands behind the caret along. */
const enterContent: Step = ({ view, state: { selection, schema, tr } }) => {
  const { $from, $to } = selection
  if ($from.parent.type.name !== 'detailsSummary' || !$from.sameParent($to)) return false
  const rest = $to.parent.content.cut($to.parentOffset)
  tr.delete($from.pos, $to.end())
  const content = tr.mapping.map($from.after()) + 1
  const paragraph = schema.nodes.paragraph
  if (rest.size > 0 && paragraph) tr.insert(content, paragraph.create(null, rest))
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(content))).scrollIntoView())
  return true
}

/** Enter on an empty last line goes on below. */
const leaveContent: Step = ({ view, state: { selection, tr } }) => {
  const { $from, empty } = selection
  const content = $from.node(-1)
  if (!empty || $from.depth < 2 || content.type.name !== 'detailsContent') return false
  if ($from.parent.content.size > 0 || content.childCount < 2 || $from.index(-1) !== content.childCount - 1)
    return false
  const line = $from.parent
  tr.delete($from.before(), $from.after())
  const below = tr.mapping.map($from.after(-2))
  tr.insert(below, line).setSelection(TextSelection.near(tr.doc.resolve(below + 1)))
  view.dispatch(tr.scrollIntoView())
  return true
}

/** Backspace at the beginning of the summary leaves plain text of it all. */
const unwrap: Step = ({ view, state }) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'detailsSummary' || $from.parentOffset > 0) return false
  const around = blockAround(state, 'details')
  const paragraph = state.schema.nodes.paragraph?.create(null, $from.parent.content)
  if (!around || !paragraph) return false
  const { node, position } = around
  const blocks = Fragment.from(paragraph).append(node.child(1).content)
  const tr = state.tr.replaceWith(position, position + node.nodeSize, blocks)
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(position + 1))).scrollIntoView())
  return true
}

/** Backspace at the beginning of the content goes back to the summary; an empty line of several goes. */
const backToSummary: Step = ({ view, state: { selection, tr } }) => {
  const { $from, empty } = selection
  if (!empty || $from.depth < 2 || $from.parentOffset > 0) return false
  const content = $from.node(-1)
  if (content.type.name !== 'detailsContent' || $from.index(-1) > 0) return false
  const end = $from.before(-1) - 1
  if ($from.parent.content.size === 0 && content.childCount > 1) tr.delete($from.before(), $from.after())
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView())
  return true
}

const first =
  (...steps: Step[]): KeyboardShortcutCommand =>
  ({ editor }) =>
    !editor.view.composing && steps.some((step) => step(editor))

export const detailsKeys: Record<string, KeyboardShortcutCommand> = {
  Enter: first(enterContent, leaveContent),
  Backspace: first(unwrap, backToSummary),
}
