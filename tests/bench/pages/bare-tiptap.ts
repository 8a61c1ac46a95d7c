import { Editor, type JSONContent } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'

declare global {
  interface Window {
    openBareTiptap(element: HTMLElement, content: JSONContent): void
  }
}

/** TipTap as its documentation begins: the starter kit on an element, and nothing else. */
window.openBareTiptap = (element, content) => {
  new Editor({ element, extensions: [StarterKit], content })
}
