import { Node } from '@tiptap/core'
import './pull-quote.css'
import { blockField } from '../block-field.ts'
import { nodeFields } from '../shared-fields.ts'
import { besideText } from './beside-text.ts'

export interface PullQuoteLabels {
  attribution: () => string
}

/** Its words and who said them, in place. */
export const pullQuote = (labels: PullQuoteLabels) =>
  Node.create({
    name: 'pullQuote',
    ...nodeFields('pullQuote'),
    renderHTML: ({ node }) => [
      'figure',
      { class: 'pull-quote' },
      ['blockquote', 0],
      ...(node.attrs.attribution ? [['figcaption', node.attrs.attribution]] : []),
    ],

    addNodeView() {
      return ({ node, getPos, view }) => {
        let current = node
        const dom = document.createElement('figure')
        dom.className = 'pull-quote'
        const contentDOM = document.createElement('blockquote')
        const attribution = blockField({
          view,
          getPos,
          node: () => current,
          name: 'attribution',
          label: labels.attribution(),
          className: 'pull-quote-attribution',
        })
        dom.append(contentDOM, besideText(attribution.input))
        attribution.fill()
        return {
          dom,
          contentDOM,
          update: (updated) => {
            if (updated.type !== current.type) return false
            current = updated
            attribution.fill()
            return true
          },
          stopEvent: (event) => event.target === attribution.input,
          ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
        }
      }
    },
  })
