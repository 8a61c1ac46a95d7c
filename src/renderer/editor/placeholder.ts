import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A hint in an empty article. Looks at the first block only. */
export const placeholder = (text: () => string) =>
  Extension.create({
    name: 'articlePlaceholder',
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            decorations({ doc }) {
              const first = doc.firstChild
              if (doc.childCount !== 1 || first?.type.name !== 'paragraph' || first.content.size > 0)
                return null
              return DecorationSet.create(doc, [
                Decoration.node(0, first.nodeSize, { class: 'is-empty', 'data-placeholder': text() }),
              ])
            },
          },
        }),
      ]
    },
  })
