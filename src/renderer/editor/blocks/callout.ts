import { Node } from '@tiptap/core'
import { nodeFields } from '../shared-fields.ts'

export const callout = Node.create({
  name: 'callout',
  ...nodeFields('callout'),
  renderHTML: ({ node }) => ['aside', { class: `callout callout-${node.attrs.kind}` }, 0],
})
