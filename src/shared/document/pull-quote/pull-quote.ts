import type { NodeDefinition } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'
import { suggestedBlocks } from '../suggestion/suggested-blocks.ts'

/** A sentence set large beside or between the text, with who said it. */
export const pullQuote: NodeDefinition = {
  spec: {
    group: 'block',
    content: 'paragraph+',
    ...suggestedBlocks,
    defining: true,
    attrs: { attribution: { default: '', validate: 'string' } },
    parseDOM: [
      {
        tag: 'figure.pull-quote',
        contentElement: 'blockquote',
        getAttrs: (element) => ({
          attribution: element.querySelector('figcaption')?.textContent?.trim() ?? '',
        }),
        priority: 60,
      },
    ],
  },
  renderHtml: (node, children) => {
    const attribution = String(node.attrs?.attribution ?? '')
    const figcaption = attribution ? `<figcaption>${escapeHtml(attribution)}</figcaption>` : ''
    return `<figure class="pull-quote"><blockquote>\n${children}</blockquote>${figcaption}</figure>\n`
  },
  plainText: (node) => String(node.attrs?.attribution ?? ''),
}
