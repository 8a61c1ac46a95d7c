import type { NodeDefinition } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'

export const text: NodeDefinition = {
  spec: { group: 'inline' },
  renderHtml: (node) => escapeHtml(node.text ?? ''),
}
