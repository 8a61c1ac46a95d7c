import type { NodeDefinition } from '../definition.ts'
import { suggestedBlocks } from '../suggestion/suggested-blocks.ts'

export const doc: NodeDefinition = {
  spec: { content: 'block+', ...suggestedBlocks },
  renderHtml: (_node, children) => children,
}
