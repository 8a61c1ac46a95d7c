import type { EditorView } from '@tiptap/pm/view'

export interface HoveredBlock {
  position: number
  dom: HTMLElement
}

const isItem = (element: Element) => element.tagName === 'LI'

/** The innermost list item at this height, where the pointer is left of the text. */
function itemAt(list: Element, y: number): Element | undefined {
  for (const item of list.children) {
    const { top, bottom } = item.getBoundingClientRect()
    if (!isItem(item) || y < top || y > bottom) continue
    const inner = [...item.querySelectorAll('ul, ol')].map((nested) => itemAt(nested, y)).find(Boolean)
    return inner ?? item
  }
  return undefined
}

/** The block that can be moved at a point: a list item, else a block of the article itself. */
export function blockAt(view: EditorView, target: EventTarget | null, y: number): HoveredBlock | null {
  const { left } = view.dom.getBoundingClientRect()
  const inside = target instanceof Element && target !== view.dom && view.dom.contains(target)
  const hit = inside ? target : document.elementFromPoint(left + 3, y)
  if (!hit || hit === view.dom || !view.dom.contains(hit)) return null
  let top: Element = hit
  while (top.parentElement && top.parentElement !== view.dom) top = top.parentElement
  const isList = top.tagName === 'UL' || top.tagName === 'OL'
  const item = isList ? (inside && hit.closest('li')) || itemAt(top, y) : undefined
  const dom = item ?? top
  if (!(dom instanceof HTMLElement)) return null
  const $at = view.state.doc.resolve(view.posAtDOM(dom, 0))
  for (let depth = $at.depth; depth > 0; depth--) {
    const position = $at.before(depth)
    if (view.nodeDOM(position) === dom) return { position, dom }
  }
  return view.nodeDOM($at.pos) === dom ? { position: $at.pos, dom } : null
}
