import { InputRule, Node, wrappingInputRule } from '@tiptap/core'
import './callout.css'
import { type CalloutKind, calloutKinds } from '#shared/document/callout/callout.ts'
import { nodeFields } from '../shared-fields.ts'
import { boxView } from './box-view.ts'

const spoken: Record<string, CalloutKind> = {
  说明: 'note',
  提示: 'tip',
  重要: 'important',
  注意: 'warning',
  警告: 'caution',
  info: 'note',
  danger: 'caution',
}
const kindOf = (word: string | undefined): CalloutKind | undefined => {
  const name = word?.toLowerCase() ?? ''
  return calloutKinds.find((kind) => kind === name) ?? spoken[name]
}
const words = [...calloutKinds, ...Object.keys(spoken)].join('|')

export const callout = Node.create({
  name: 'callout',
  ...nodeFields('callout'),
  renderHTML: ({ node }) => ['aside', { class: `callout callout-${node.attrs.kind}` }, 0],
  addNodeView: () => boxView('aside', 'callout', ({ attrs }) => attrs.kind),

  addInputRules() {
    const { type } = this
    return [
      // `> [!NOTE] `, the quote being one already; 【！提示】 as a Chinese keyboard writes it.
      new InputRule({
        find: new RegExp(`^[[【][!！](${words})[\\]】]\\s?$`, 'i'),
        handler: ({ state, range, match }) => {
          const { tr } = state
          const $start = tr.doc.resolve(range.from)
          const quote = $start.node(-1)
          if (quote.type.name !== 'blockquote' || $start.index(-1) !== 0) return null
          tr.delete(range.from, range.to).setNodeMarkup($start.before(-1), type, { kind: kindOf(match[1]) })
        },
      }),
      wrappingInputRule({
        find: new RegExp(`^[:：]{3}\\s?(${words})\\s$`, 'i'),
        type,
        getAttributes: (match) => ({ kind: kindOf(match[1]) }),
        // One after another callout is another one.
        joinPredicate: () => false,
      }),
    ]
  },
})
