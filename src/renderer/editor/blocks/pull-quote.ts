import { Node } from '@tiptap/core'
import { nodeFields } from '../shared-fields.ts'

export const pullQuote = Node.create({
  name: 'pullQuote',
  ...nodeFields('pullQuote'),
  renderHTML: ({ node }) => [
    'figure',
    { class: 'pull-quote' },
    ['blockquote', 0],
    ['figcaption', node.attrs.attribution],
  ],
})
