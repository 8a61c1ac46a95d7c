import { Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import './details.css'
import { nodeFields } from '../shared-fields.ts'
import { besideText } from './beside-text.ts'
import { detailsKeys } from './details-keys.ts'

export interface DetailsLabels {
  toggle: () => string
  /** Stands in an empty summary. */
  summary: () => string
}

const details = (labels: DetailsLabels) =>
  Node.create({
    name: 'details',
    ...nodeFields('details'),
    renderHTML: ({ node }) => ['details', node.attrs.open ? { open: '' } : {}, 0],
    addKeyboardShortcuts: () => detailsKeys,
    // A line before the summary would be one more box.
    allowGapCursor: false,

    // Whether it is folded in the editor is not in the document: `open` is how readers find it.
    addNodeView() {
      return ({ node }) => {
        const dom = document.createElement('div')
        dom.className = 'details-block is-unfolded'
        const toggle = document.createElement('button')
        toggle.type = 'button'
        toggle.className = 'details-toggle'
        toggle.setAttribute('aria-label', labels.toggle())
        toggle.setAttribute('aria-expanded', 'true')
        const contentDOM = document.createElement('div')
        dom.append(besideText(toggle), contentDOM)
        toggle.addEventListener('click', () => {
          const isUnfolded = dom.classList.toggle('is-unfolded')
          toggle.setAttribute('aria-expanded', String(isUnfolded))
        })
        return {
          dom,
          contentDOM,
          update: (updated) => updated.type === node.type,
          stopEvent: (event) => event.target === toggle,
          ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
        }
      }
    },
  })

const detailsSummary = (labels: DetailsLabels) =>
  Node.create({
    name: 'detailsSummary',
    ...nodeFields('detailsSummary'),
    renderHTML: () => ['summary', 0],
    addNodeView() {
      return ({ node }) => {
        // A real summary would take the space bar and clicks for itself.
        const dom = document.createElement('div')
        dom.className = 'details-summary'
        dom.dataset.placeholder = labels.summary()
        const show = (summary: DocumentNode) => dom.classList.toggle('is-empty', summary.childCount === 0)
        show(node)
        return {
          dom,
          contentDOM: dom,
          update: (updated) => {
            if (updated.type !== node.type) return false
            show(updated)
            return true
          },
          ignoreMutation: ({ type }) => type === 'attributes',
        }
      }
    },
  })

const detailsContent = Node.create({
  name: 'detailsContent',
  ...nodeFields('detailsContent'),
  renderHTML: () => ['div', { class: 'details-content' }, 0],
})

export const detailsExtensions = (labels: DetailsLabels) => [
  details(labels),
  detailsSummary(labels),
  detailsContent,
]
