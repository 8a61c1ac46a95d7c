import { choice, chosen } from '../choice.ts'
import type { NodeDefinition } from '../definition.ts'

/** Pictures beside each other; null columns: as many as fit. */
export const galleryColumns = [2, 3, 4] as const

export const gallery: NodeDefinition = {
  spec: {
    group: 'block',
    content: 'image+',
    isolating: true,
    attrs: { columns: choice('gallery columns', galleryColumns) },
    parseDOM: [
      {
        tag: 'div.gallery',
        getAttrs: (element) => ({
          columns: chosen(galleryColumns, Number(/gallery-(\d)/.exec(element.className)?.[1])),
        }),
      },
    ],
  },
  renderHtml: (node, children) => {
    if (children === '') return ''
    const columns = chosen(galleryColumns, node.attrs?.columns)
    return `<div class="gallery${columns ? ` gallery-${columns}` : ''}">\n${children}</div>\n`
  },
}
