import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * The editor knows the caret before it takes a key. Browsers tell of a moved caret in a task of its own: on a busy
 * machine a key that quickly follows a click, or Home, comes first and would act where the caret was.
 */
export const caretBeforeKeys = Extension.create({
  name: 'caretBeforeKeys',
  // Before everything that reads keys.
  priority: 1000,
  addProseMirrorPlugins() {
    /** Something may have moved the caret that the browser has not told of yet. */
    let moved = false
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            mousedown() {
              moved = true
            },
            mouseup() {
              moved = true
            },
            keydown(view, event) {
              if (view.composing || event.isComposing || event.keyCode === 229) return
              if (moved) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
              // What a letter changes is read with the letter.
              if (event.key.length !== 1 || event.ctrlKey || event.metaKey) moved = true
            },
          },
        },
        view({ dom: { ownerDocument } }) {
          const told = ({ isTrusted }: Event) => {
            if (isTrusted) moved = false
          }
          ownerDocument.addEventListener('selectionchange', told)
          return { destroy: () => ownerDocument.removeEventListener('selectionchange', told) }
        },
      }),
    ]
  },
})
