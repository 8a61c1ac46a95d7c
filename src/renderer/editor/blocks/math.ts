import { Node } from '@tiptap/core'
import { nodeFields } from '../shared-fields.ts'

const mathInline = Node.create({
  name: 'mathInline',
  ...nodeFields('mathInline'),
  renderHTML: ({ node }) => ['span', { 'data-math': node.attrs.latex }, node.attrs.latex],
})

const mathBlock = Node.create({
  name: 'mathBlock',
  ...nodeFields('mathBlock'),
  renderHTML: ({ node }) => ['div', { 'data-math': node.attrs.latex }, node.attrs.latex],
})

export const mathExtensions = [mathInline, mathBlock]
