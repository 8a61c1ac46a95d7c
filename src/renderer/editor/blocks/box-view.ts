import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'

/**
 * An element around blocks whose class says of which variety it is: `callout callout-tip`. It stays while that
 * changes; ProseMirror alone would draw it and all inside anew.
 */
export const boxView =
  (tag: string, name: string, variety: (node: Node) => string | number | null): NodeViewRenderer =>
  ({ node }) => {
    const dom = document.createElement(tag)
    const show = (shown: Node) => {
      for (const other of [...dom.classList]) if (other.startsWith(`${name}-`)) dom.classList.remove(other)
      const value = variety(shown)
      dom.classList.add(name, ...(value === null ? [] : [`${name}-${value}`]))
    }
    show(node)
    return {
      dom,
      contentDOM: dom,
      update: (updated) => {
        if (updated.type !== node.type) return false
        show(updated)
        return true
      },
      ignoreMutation: ({ type, target }) => type === 'attributes' && target === dom,
    }
  }
