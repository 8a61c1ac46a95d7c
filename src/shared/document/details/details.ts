import type { NodeDefinition } from '../definition.ts'
import { suggestedBlocks } from '../suggestion/suggested-blocks.ts'

/** A summary that opens onto more. */
export const details: NodeDefinition = {
  spec: {
    group: 'block',
    content: 'detailsSummary detailsContent',
    defining: true,
    isolating: true,
    attrs: { open: { default: false, validate: 'boolean' } },
    parseDOM: [{ tag: 'details', getAttrs: (element) => ({ open: element.hasAttribute('open') }) }],
  },
  renderHtml: (node, children) =>
    `<details${node.attrs?.open === true ? ' open' : ''}>\n${children}</details>\n`,
}

export const detailsSummary: NodeDefinition = {
  spec: { content: 'inline*', defining: true, isolating: true, parseDOM: [{ tag: 'summary' }] },
  renderHtml: (_node, children) => `<summary>${children}</summary>\n`,
}

export const detailsContent: NodeDefinition = {
  spec: { content: 'block+', ...suggestedBlocks, defining: true, parseDOM: [{ tag: 'div.details-content' }] },
  renderHtml: (_node, children) => `<div class="details-content">\n${children}</div>\n`,
}
