import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'

const buttons = (bar: HTMLElement) => [...bar.querySelectorAll<HTMLElement>('button:not([disabled])')]

/** A toolbar is one stop for the Tab key; the arrows move inside it. */
export function useRovingFocus() {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const bar = ref.current
    if (!bar) return
    const all = buttons(bar)
    const stop = all.find((button) => button.getAttribute('tabindex') === '0') ?? all[0]
    for (const button of bar.querySelectorAll<HTMLElement>('button')) button.tabIndex = -1
    if (stop) stop.tabIndex = 0
  })
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    // The menus of its buttons are elsewhere in the page.
    if (!step || !(event.target instanceof HTMLElement) || !event.currentTarget.contains(event.target)) return
    const all = buttons(event.currentTarget)
    const next = all[(all.indexOf(event.target) + step + all.length) % all.length]
    if (!next) return
    event.preventDefault()
    for (const button of all) button.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  }
  return { ref, onKeyDown, role: 'toolbar' as const }
}
