import { Node } from '@tiptap/core'
import { nodeFields } from '../shared-fields.ts'

const details = Node.create({
  name: 'details',
  ...nodeFields('details'),
  renderHTML: ({ node }) => ['details', node.attrs.open ? { open: '' } : {}, 0],
})

const detailsSummary = Node.create({
  name: 'detailsSummary',
  ...nodeFields('detailsSummary'),
  renderHTML: () => ['summary', 0],
})

const detailsContent = Node.create({
  name: 'detailsContent',
  ...nodeFields('detailsContent'),
  renderHTML: () => ['div', { class: 'details-content' }, 0],
})

export const detailsExtensions = [details, detailsSummary, detailsContent]
