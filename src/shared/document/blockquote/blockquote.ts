import type { NodeDefinition } from '../definition.ts'

export const blockquote: NodeDefinition = {
  spec: { group: 'block', content: 'block+', defining: true, parseDOM: [{ tag: 'blockquote' }] },
  renderHtml: (_node, children) => `<blockquote>\n${children}</blockquote>\n`,
}
