import { Node } from '@tiptap/core'
import './gallery.css'
import { nodeFields } from '../shared-fields.ts'
import { boxView } from './box-view.ts'

export const gallery = Node.create({
  name: 'gallery',
  ...nodeFields('gallery'),
  renderHTML: ({ node }) => [
    'div',
    { class: node.attrs.columns ? `gallery gallery-${node.attrs.columns}` : 'gallery' },
    0,
  ],
  addNodeView: () => boxView('div', 'gallery', ({ attrs }) => attrs.columns),
})
