import { Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { nodeFields } from '../shared-fields.ts'

/** The number of a note, which the stylesheet counts; its text is edited in `node-editors`. */
export const footnote = Node.create({
  name: 'footnote',
  ...nodeFields('footnote'),
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('sup')
      dom.className = 'footnote-number'
      dom.setAttribute('role', 'doc-noteref')
      const show = (shown: DocumentNode) => {
        dom.title = shown.textContent
      }
      show(node)
      return {
        dom,
        update(updated) {
          if (updated.type !== node.type) return false
          show(updated)
          return true
        },
        ignoreMutation: () => true,
      }
    }
  },
})
