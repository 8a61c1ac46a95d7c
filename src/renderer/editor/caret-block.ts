import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * Marks the block that has the caret, so that it is never left out of layout as what is out of sight is. Chromium leaves
 * out a new block until its first frame, and puts the caret before text that an input method brings into it until then.
 */
export const caretBlock = Extension.create({
  name: 'caretBlock',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations({ doc, selection: { $head } }) {
          if ($head.depth === 0) return null
          const block = Decoration.node($head.before(1), $head.after(1), { class: 'has-caret' })
          return DecorationSet.create(doc, [block])
        },
      },
    }),
  ],
})
