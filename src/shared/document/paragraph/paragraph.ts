import { align, alignmentClass, alignmentOf } from '../alignment.ts'
import type { NodeDefinition } from '../definition.ts'

export const paragraph: NodeDefinition = {
  spec: {
    group: 'block',
    content: 'inline*',
    attrs: { align },
    parseDOM: [{ tag: 'p', getAttrs: (element) => ({ align: alignmentOf(element) }) }],
  },
  renderHtml: (node, children, { complete }) =>
    children === '' && !complete ? '' : `<p${alignmentClass(node.attrs?.align)}>${children}</p>\n`,
}
