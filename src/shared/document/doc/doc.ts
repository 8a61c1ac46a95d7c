import type { NodeDefinition } from '../definition.ts'

export const doc: NodeDefinition = {
  spec: { content: 'block+' },
  renderHtml: (_node, children) => children,
}
