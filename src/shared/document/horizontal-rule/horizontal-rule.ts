import type { NodeDefinition } from '../definition.ts'

export const horizontalRule: NodeDefinition = {
  spec: { group: 'block', parseDOM: [{ tag: 'hr' }] },
  renderHtml: () => '<hr>\n',
}
