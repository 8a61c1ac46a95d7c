import { Node } from '@tiptap/core'
import { embedFacts } from '#shared/document/embed/providers.ts'
import { nodeFields } from '../shared-fields.ts'

export const embed = Node.create({
  name: 'embed',
  ...nodeFields('embed'),
  renderHTML: ({ node }) => {
    const facts = embedFacts(node.attrs.provider, node.attrs.id)
    return [
      'figure',
      { class: 'embed' },
      ['a', { href: facts?.page ?? '' }, facts?.name ?? ''],
      ['figcaption', node.attrs.title],
    ]
  },
})
