import { autoUpdate, computePosition, flip, offset, shift, type VirtualElement } from '@floating-ui/dom'

export interface Popover {
  readonly dom: HTMLElement
  close(): void
}

/**
 * A small window next to a place in the text. It is on top of everything, and yet inside the editor's part of the page, so
 * that what holds back saving during a composition hears of those in it.
 */
export function showPopover(
  parent: HTMLElement,
  anchor: VirtualElement,
  label: string,
  content: HTMLElement,
): Popover {
  const dom = document.createElement('div')
  dom.className = 'node-editor'
  dom.popover = 'manual'
  dom.setAttribute('role', 'dialog')
  dom.setAttribute('aria-label', label)
  dom.append(content)
  parent.append(dom)
  dom.showPopover()
  const place = async () => {
    const { x, y } = await computePosition(anchor, dom, {
      strategy: 'fixed',
      placement: 'bottom',
      middleware: [offset(8), flip({ padding: 8 }), shift({ padding: 8 })],
    })
    dom.style.left = `${x}px`
    dom.style.top = `${y}px`
  }
  const stop = autoUpdate(anchor, dom, place)
  return {
    dom,
    close() {
      stop()
      dom.remove()
    },
  }
}
