import { Node } from '@tiptap/core'
import { nodeFields } from '../shared-fields.ts'

export const footnote = Node.create({
  name: 'footnote',
  ...nodeFields('footnote'),
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
})
