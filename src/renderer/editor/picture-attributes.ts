import { type EditorState, NodeSelection } from '@tiptap/pm/state'
import { insertPoint } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import type { Media } from '#shared/contract/media.ts'

/** What a picture of the library stands in a text with: its size, and what is said about it there. */
export const pictureAttributes = ({ id, width, height, alt, caption, credit }: Media) => ({
  media: id,
  width,
  height,
  alt,
  caption: [caption, credit].filter((text) => text !== '').join(' '),
})

/** Puts a picture of the library where the caret is. */
export function insertPicture(view: EditorView, media: Media): void {
  const { state } = view
  const type = state.schema.nodes.image
  if (!type) return
  const place = insertPoint(state.doc, state.selection.to, type) ?? state.doc.content.size
  view.dispatch(state.tr.insert(place, type.create(pictureAttributes(media))).scrollIntoView())
  view.focus()
}

/** The library's id of the picture that is selected; null when none is. */
export function selectedPicture({ selection }: EditorState): string | null {
  const media = selection instanceof NodeSelection ? selection.node.attrs.media : null
  return typeof media === 'string' &&
    selection instanceof NodeSelection &&
    selection.node.type.name === 'image'
    ? media
    : null
}

/** Puts another picture in the place of the selected one; its words stay. */
export function replaceSelectedPicture(view: EditorView, { id, width, height }: Media): void {
  const { selection } = view.state
  if (selectedPicture(view.state) === null) return
  const { tr } = view.state
  for (const [name, value] of Object.entries({ media: id, width, height }))
    tr.setNodeAttribute(selection.from, name, value)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, selection.from)))
}
