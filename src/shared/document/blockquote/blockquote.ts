import type { NodeDefinition } from '../definition.ts'
import { suggestedBlocks } from '../suggestion/suggested-blocks.ts'

export const blockquote: NodeDefinition = {
  spec: {
    group: 'block',
    content: 'block+',
    ...suggestedBlocks,
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
  },
  renderHtml: (_node, children) => `<blockquote>\n${children}</blockquote>\n`,
}
