interface Options {
  /** 'mod+K'; stands beside the text. */
  keys?: string | undefined
  /** Where it stands; above the element unless said. */
  side?: 'right'
}

/** Attributes that give an element a tooltip, or none while there is no text. `Tooltips` shows it. */
export const tooltip = (text: string | undefined, { keys, side }: Options = {}) => ({
  'data-tooltip': text,
  'data-tooltip-keys': keys,
  'data-tooltip-side': side,
})

/** Milliseconds that the pointer or the focus rests on an element before its tooltip shows. */
const delay = 500
/** Milliseconds after one tooltip within which the next one shows at once. */
const lingering = 300

const tooltipped = (node: EventTarget | null): HTMLElement | null =>
  node instanceof Element ? node.closest<HTMLElement>('[data-tooltip]') : null

/** Tells `show` which element's tooltip to show, from the pointer and the keyboard's focus in the whole window. */
export function watchTooltips(show: (element: HTMLElement | null) => void): () => void {
  const watching = new AbortController()
  let timer: number | undefined
  let shown = false
  let hiddenAt = Number.NEGATIVE_INFINITY

  const hide = () => {
    clearTimeout(timer)
    if (!shown) return
    shown = false
    hiddenAt = performance.now()
    show(null)
  }
  const turn = (from: EventTarget | null, to: EventTarget | null) => {
    const element = tooltipped(to)
    if (element && element === tooltipped(from)) return
    hide()
    if (!element) return
    const showIt = () => {
      shown = true
      show(element)
    }
    timer = window.setTimeout(showIt, performance.now() - hiddenAt < lingering ? 0 : delay)
  }
  const on = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, listener, { capture: true, passive: true, signal: watching.signal })

  on('pointerover', ({ pointerType, relatedTarget, target }) => {
    if (pointerType !== 'touch') turn(relatedTarget, target)
  })
  on('pointerout', ({ relatedTarget }) => {
    if (!relatedTarget) hide()
  })
  on('focusin', ({ relatedTarget, target }) => {
    if (target instanceof Element && target.matches(':focus-visible')) turn(relatedTarget, target)
  })
  on('focusout', hide)
  // Whoever presses has read it; it comes again when the pointer or the focus comes again.
  on('pointerdown', hide)
  on('keydown', hide)
  return () => {
    hide()
    watching.abort()
  }
}
