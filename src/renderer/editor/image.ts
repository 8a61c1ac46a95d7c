import { Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import './blocks/image.css'
import { blockField } from './block-field.ts'
import { spanHandle } from './blocks/span-handle.ts'
import { nodeFields } from './shared-fields.ts'
import type { Transfers } from './transfers/create-transfers.ts'
import { type TransferLabels, transferBox } from './transfers/transfer-box.ts'

export interface ImageLabels {
  alt: () => string
  altMissing: () => string
  caption: () => string
  missing: () => string
}

export interface ImageOptions {
  labels: ImageLabels
  /** The address of a media file. */
  mediaUrl: (id: string) => string
  /** Pictures on their way into the library. */
  pictures?: { transfers: Transfers; labels: TransferLabels } | undefined
}

const placing = ({ align, span }: DocumentNode['attrs']) =>
  [align, span].filter((name) => name !== null).map((name) => `figure-${name}`)

/** A picture with its alternative text and caption edited in place. Plain DOM: one per picture, none per key. */
export const image = ({ labels, mediaUrl, pictures }: ImageOptions) =>
  Node.create({
    name: 'image',
    ...nodeFields('image'),

    // What the clipboard gets; the shared parse rules read it back.
    renderHTML: ({ node }) => {
      const { media, source, alt, caption, width, height } = node.attrs
      const place = media
        ? { 'data-media': media, src: mediaUrl(media) }
        : source
          ? { src: source }
          : { 'data-missing': '' }
      const img = ['img', { ...place, alt, width, height }]
      return [
        'figure',
        { class: placing(node.attrs).join(' ') },
        img,
        ...(caption ? [['figcaption', caption]] : []),
      ]
    },

    addProseMirrorPlugins: () => [floatMark()],

    addNodeView() {
      return ({ node, getPos, view }) => {
        let current = node
        const dom = document.createElement('figure')
        const frame = document.createElement('div')
        frame.className = 'image-block-frame'
        const shared = { view, getPos, node: () => current }
        const alt = blockField({ ...shared, name: 'alt', label: labels.alt(), className: 'image-block-alt' })
        const caption = blockField({
          ...shared,
          name: 'caption',
          label: labels.caption(),
          className: 'image-block-caption',
        })
        alt.input.maxLength = 500
        alt.input.placeholder = labels.altMissing()
        const handle = spanHandle({ ...shared, figure: dom })
        dom.append(frame, caption.input, alt.input)

        const absent = (key: string | null) =>
          pictures ? transferBox(key, pictures.transfers, pictures.labels) : missing(labels.missing())
        const show = ({ attrs }: DocumentNode) => {
          // What is pressed is drawn anew by that; the focus stays in its place.
          const focused = frame.contains(document.activeElement)
          frame.replaceChildren()
          if (!attrs.media || pictures?.transfers.get(attrs.media)) {
            const box = absent(attrs.media ?? attrs.source)
            frame.append(box)
            if (focused) box.querySelector('button')?.focus()
            return
          }
          const img = document.createElement('img')
          img.src = mediaUrl(attrs.media)
          img.draggable = false
          img.decoding = 'async'
          if (attrs.width && attrs.height) {
            img.width = attrs.width
            img.height = attrs.height
          }
          img.addEventListener('error', () => frame.replaceChildren(absent(attrs.media)))
          frame.append(img, handle)
        }
        const fill = () => {
          dom.classList.remove(...[...dom.classList].filter((name) => name.startsWith('figure-')))
          dom.classList.add('image-block', ...placing(current.attrs))
          alt.fill()
          caption.fill()
          const img = frame.querySelector('img')
          if (img) img.alt = current.attrs.alt
        }
        show(node)
        fill()

        const stopWatching = pictures?.transfers.subscribe((key) => {
          if (key === (current.attrs.media ?? current.attrs.source)) show(current)
        })
        const fields: unknown[] = [alt.input, caption.input, handle]
        return {
          dom,
          update: (updated) => {
            if (updated.type !== current.type) return false
            const { media, source } = current.attrs
            current = updated
            if (updated.attrs.media !== media || updated.attrs.source !== source) show(updated)
            fill()
            return true
          },
          stopEvent: ({ target }) =>
            fields.includes(target) || (target instanceof Element && target.closest('button') !== null),
          destroy: stopWatching,
          ignoreMutation: () => true,
        }
      }
    },
  })

/** Says on the editor's element whether text flows around a picture. A selector with `:has` asks every block for it. */
function floatMark() {
  let asked: DocumentNode | undefined
  let marked = {}
  return new Plugin({
    props: {
      attributes({ doc }) {
        if (doc === asked) return marked
        asked = doc
        const flows = doc.children.some(
          ({ type, attrs }) => type.name === 'image' && (attrs.align === 'left' || attrs.align === 'right'),
        )
        marked = flows ? { class: 'has-floats' } : {}
        return marked
      },
    },
  })
}

function missing(message: string) {
  const box = document.createElement('div')
  box.className = 'image-block-missing'
  box.textContent = message
  return box
}
