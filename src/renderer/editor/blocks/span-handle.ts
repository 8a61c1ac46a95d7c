import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { imageSpans } from '#shared/document/image/image.ts'

interface Options {
  view: EditorView
  getPos: () => number | undefined
  node: () => Node
  figure: HTMLElement
}

const nearest = (percent: number) =>
  imageSpans.reduce((best, span) => (Math.abs(span - percent) < Math.abs(best - percent) ? span : best))

/** The edge by which a picture is drawn wider or narrower, in the steps that a page knows. Commands do it by keys. */
export function spanHandle({ view, getPos, node, figure }: Options): HTMLElement {
  const handle = document.createElement('div')
  handle.className = 'image-block-handle'
  handle.setAttribute('aria-hidden', 'true')

  const spanAt = (x: number) => {
    const box = figure.getBoundingClientRect()
    const { align } = node().attrs
    const width =
      align === 'right'
        ? box.right - x
        : align === 'left'
          ? x - box.left
          : (x - (box.left + box.right) / 2) * 2
    return nearest((width / (figure.parentElement?.clientWidth ?? width)) * 100)
  }
  let drawn: number | null = null
  const show = (span: number | null) => {
    drawn = span
    figure.style.width = span === null ? '' : `${span}%`
    if (span === null) delete handle.dataset.span
    else handle.dataset.span = `${span}%`
  }

  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
  })
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId)) show(spanAt(event.clientX))
  })
  handle.addEventListener('pointerup', () => {
    const span = drawn
    const position = getPos()
    show(null)
    if (span === null || position === undefined || span === node().attrs.span) return
    view.dispatch(view.state.tr.setNodeAttribute(position, 'span', span))
  })
  handle.addEventListener('pointercancel', () => show(null))
  return handle
}
