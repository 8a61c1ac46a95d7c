import type { Editor } from '@tiptap/core'
import type { Node, NodeType } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, type Transaction } from '@tiptap/pm/state'
import { imageSpans } from '#shared/document/image/image.ts'
import { type BlockAround, blockAround } from './block-around.ts'

const selectedPicture = ({ selection }: EditorState) =>
  selection instanceof NodeSelection && selection.node.type.name === 'image' ? selection : null

/** The selected picture unless it is in a gallery, which places its pictures itself. */
export const singlePicture = (state: EditorState): BlockAround | null =>
  selectedPicture(state) && !blockAround(state, 'gallery') ? blockAround(state, 'image') : null

export const inGallery = (state: EditorState): NodeSelection | null =>
  blockAround(state, 'gallery') ? selectedPicture(state) : null

export function setPicture({ state, view }: Editor, attributes: { align?: unknown; span?: unknown }): void {
  const picture = singlePicture(state)
  if (!picture) return
  const { tr } = state
  for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(picture.position, name, value)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, picture.position)))
  view.focus()
}

/** The next wider or narrower width; a picture of natural width counts as the widest. Null at the ends. */
export function nextSpan(picture: Node | undefined, by: 1 | -1): number | null {
  if (!picture) return null
  const index = picture.attrs.span === null ? imageSpans.length : imageSpans.indexOf(picture.attrs.span)
  return imageSpans[index + by] ?? null
}

/** The pictures that stand one after the other around the selected one, with empty lines between them. */
function neighbours(state: EditorState) {
  const picture = singlePicture(state)
  if (!picture) return null
  const $picture = state.doc.resolve(picture.position)
  const { children } = $picture.parent
  const isPicture = (node: Node | undefined) => node?.type.name === 'image'
  const isPart = (node: Node | undefined) =>
    isPicture(node) || (node?.type.name === 'paragraph' && node.content.size === 0)
  let from = $picture.index()
  let to = from + 1
  while (isPart(children[from - 1])) from--
  while (isPart(children[to])) to++
  while (!isPicture(children[from])) from++
  while (!isPicture(children[to - 1])) to--
  const gallery = state.schema.nodes.gallery
  if (!gallery || !$picture.parent.canReplaceWith(from, to, gallery)) return null
  const images = children.slice(from, to).filter(isPicture)
  return { images, from: $picture.posAtIndex(from), to: $picture.posAtIndex(to) }
}

export const canGather = (state: EditorState): boolean => (neighbours(state)?.images.length ?? 0) > 1

const plain = (gallery: NodeType) => (image: Node) =>
  image.type.create({ ...image.attrs, align: null, span: null }, null, gallery.allowedMarks(image.marks))

/** Makes a gallery of the pictures that stand one after the other. */
export function gather({ state, view }: Editor): void {
  const found = neighbours(state)
  const type = state.schema.nodes.gallery
  if (!found || !type) return
  const gallery = type.create(null, found.images.map(plain(type)))
  const tr = state.tr.replaceWith(found.from, found.to, gallery)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, found.from)).scrollIntoView())
  view.focus()
}

/** Exchanges the selected picture of a gallery with the one before or after it; null where there is none. */
export function movePicture(state: EditorState, by: 1 | -1): Transaction | null {
  const picture = inGallery(state)
  if (!picture) return null
  const { $from, node, from, to } = picture
  const other = $from.parent.maybeChild($from.index() + by)
  if (!other) return null
  const place = by > 0 ? from + other.nodeSize : from - other.nodeSize
  const tr = state.tr.delete(from, to).insert(place, node)
  return tr.setSelection(NodeSelection.create(tr.doc, place))
}

/** The selected picture goes below its gallery, to stand by itself. */
export function takeOut(editor: Editor): void {
  const { state, view } = editor
  const picture = inGallery(state)
  if (!picture) return
  const { $from, node, from, to } = picture
  if ($from.parent.childCount === 1) return dissolveGallery(editor)
  const tr = state.tr.delete(from, to)
  const place = tr.mapping.map($from.after())
  tr.insert(place, node)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, place)).scrollIntoView())
  view.focus()
}

export function dissolveGallery({ state, view }: Editor): void {
  const around = blockAround(state, 'gallery')
  if (!around) return
  const { node, position } = around
  const tr = state.tr.replaceWith(position, position + node.nodeSize, node.content)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, position)).scrollIntoView())
  view.focus()
}
