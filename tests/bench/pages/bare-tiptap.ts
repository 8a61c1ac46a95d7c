import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'

/** TipTap as its documentation begins: the starter kit on an element, and nothing else. */
window.openBareTiptap = (element, content) => {
  new Editor({ element, extensions: [StarterKit], content })
}
