import type { TiptapEditorHTMLElement } from '@tiptap/core'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/**
 * For what lies over the scene: what had the focus gets it back in the moment this goes, unless something else took
 * it meanwhile. Keys may follow at once.
 */
export function useFocusReturned(): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  const [asked] = useState(() => lasting(document.activeElement))
  const before = useRef(asked)
  // What goes as this comes, a menu or the palette, may have given its focus back since.
  useEffect(() => {
    const { activeElement, body } = document
    if (activeElement !== body && !root.current?.contains(activeElement)) {
      before.current = lasting(activeElement)
    }
  }, [])
  useLayoutEffect(
    () => () => {
      const { activeElement, body } = document
      const isOurs = activeElement === body || root.current?.contains(activeElement)
      if (!isOurs || !(before.current instanceof HTMLElement)) return
      // The text editor brings its caret along; a browser would put it at the beginning.
      const { editor } = before.current as TiptapEditorHTMLElement
      if (editor) editor.view.focus()
      else before.current.focus({ preventScroll: true })
    },
    [],
  )
  return root
}

/** The item of a menu goes with the menu; the button of the menu stays. */
function lasting(element: Element | null): Element | null {
  const button = element?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  return button ? document.getElementById(button) : element
}
