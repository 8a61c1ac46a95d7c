import type { NodeDefinition } from '../definition.ts'

export const paragraph: NodeDefinition = {
  spec: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }] },
  renderHtml: (_node, children) => (children === '' ? '' : `<p>${children}</p>\n`),
}
