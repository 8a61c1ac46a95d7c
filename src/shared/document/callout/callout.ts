import { chosen } from '../choice.ts'
import type { NodeDefinition } from '../definition.ts'
import { suggestedBlocks } from '../suggestion/suggested-blocks.ts'

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const
export type CalloutKind = (typeof calloutKinds)[number]

/** A block set apart: what else to know, or to beware of. */
export const callout: NodeDefinition = {
  spec: {
    group: 'block',
    content: 'block+',
    ...suggestedBlocks,
    defining: true,
    attrs: {
      kind: {
        default: 'note',
        validate: (value) => {
          if (chosen(calloutKinds, value) === null) throw new RangeError('callout kind')
        },
      },
    },
    parseDOM: [
      {
        tag: 'aside.callout',
        getAttrs: (element) => ({
          kind: chosen(calloutKinds, /callout-(\w+)/.exec(element.className)?.[1]) ?? 'note',
        }),
      },
    ],
  },
  renderHtml: (node, children) =>
    `<aside class="callout callout-${chosen(calloutKinds, node.attrs?.kind) ?? 'note'}" role="note">\n${children}</aside>\n`,
}
