import type { NodeDefinition } from '../definition.ts'
import { suggestedBlocks } from '../suggestion/suggested-blocks.ts'

export const bulletList: NodeDefinition = {
  spec: { group: 'block list', content: 'listItem+', ...suggestedBlocks, parseDOM: [{ tag: 'ul' }] },
  renderHtml: (_node, children) => `<ul>\n${children}</ul>\n`,
}

export const orderedList: NodeDefinition = {
  spec: {
    group: 'block list',
    content: 'listItem+',
    ...suggestedBlocks,
    attrs: {
      start: {
        default: 1,
        validate: (start) => {
          if (!Number.isInteger(start)) throw new RangeError('list start')
        },
      },
    },
    parseDOM: [
      {
        tag: 'ol',
        getAttrs: (element) => {
          const start = Number.parseInt(element.getAttribute('start') ?? '', 10)
          return { start: Number.isSafeInteger(start) ? start : 1 }
        },
      },
    ],
  },
  renderHtml: (node, children) => {
    const start = Number(node.attrs?.start ?? 1)
    return `<ol${start === 1 ? '' : ` start="${start}"`}>\n${children}</ol>\n`
  },
}

export const listItem: NodeDefinition = {
  spec: { content: 'paragraph block*', ...suggestedBlocks, defining: true, parseDOM: [{ tag: 'li' }] },
  renderHtml: (_node, children) => `<li>${children}</li>\n`,
}
