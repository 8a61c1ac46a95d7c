import { Node } from '@tiptap/core'
import './gallery.css'
import { nodeFields } from '../shared-fields.ts'

export const gallery = Node.create({
  name: 'gallery',
  ...nodeFields('gallery'),
  renderHTML: ({ node }) => [
    'div',
    { class: node.attrs.columns ? `gallery gallery-${node.attrs.columns}` : 'gallery' },
    0,
  ],
})
