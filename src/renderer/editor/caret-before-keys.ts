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
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(view, event) {
              if (view.composing || event.isComposing || event.keyCode === 229) return
              view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
            },
          },
        },
      }),
    ]
  },
})
