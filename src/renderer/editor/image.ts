import { Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { afterBlock } from './after-block.ts'
import { nodeFields } from './shared-fields.ts'

export interface ImageLabels {
  alt: () => string
  altMissing: () => string
  caption: () => string
  missing: () => string
  missingWithSource: () => string
}

export interface ImageOptions {
  labels: ImageLabels
  /** The address of a media file. */
  mediaUrl: (id: string) => string
}

/** A picture with its alternative text and caption edited in place. Plain DOM: one per picture, none per key. */
export const image = ({ labels, mediaUrl }: ImageOptions) =>
  Node.create({
    name: 'image',
    ...nodeFields('image'),

    // What the clipboard gets; the shared parse rules read it back.
    renderHTML: ({ node }) => {
      const { media, source, alt, caption, width, height, align, span } = node.attrs
      const img = ['img', { 'data-media': media, src: media ? mediaUrl(media) : source, alt, width, height }]
      const names = [align, span].filter(Boolean).map((name) => `figure-${name}`)
      return ['figure', { class: names.join(' ') }, img, ...(caption ? [['figcaption', caption]] : [])]
    },

    addNodeView() {
      return ({ node, getPos, view }) => {
        let current = node
        const dom = document.createElement('figure')
        dom.className = 'image-block'
        const frame = document.createElement('div')
        frame.className = 'image-block-frame'
        const alt = field('image-block-alt', labels.alt())
        const caption = field('image-block-caption', labels.caption())
        alt.maxLength = 500
        dom.append(frame, caption, alt)

        const show = (shown: DocumentNode) => {
          const { media, source } = shown.attrs
          frame.replaceChildren()
          if (!media) {
            frame.append(missing(source ? labels.missingWithSource() : labels.missing(), source))
            return
          }
          const img = document.createElement('img')
          img.src = mediaUrl(media)
          img.draggable = false
          img.decoding = 'async'
          if (shown.attrs.width && shown.attrs.height) {
            img.width = shown.attrs.width
            img.height = shown.attrs.height
          }
          img.addEventListener('error', () => frame.replaceChildren(missing(labels.missing(), null)))
          frame.append(img)
        }
        const fill = () => {
          if (alt.value !== current.attrs.alt) alt.value = current.attrs.alt
          if (caption.value !== current.attrs.caption) caption.value = current.attrs.caption
          alt.placeholder = labels.altMissing()
          const img = frame.querySelector('img')
          if (img) img.alt = current.attrs.alt
        }
        show(node)
        fill()

        const bind = (input: HTMLInputElement, name: 'alt' | 'caption') => {
          const write = () => {
            const position = getPos()
            if (position === undefined || input.value === current.attrs[name]) return
            view.dispatch(view.state.tr.setNodeAttribute(position, name, input.value))
          }
          let composing = false
          input.addEventListener('compositionstart', () => {
            composing = true
          })
          input.addEventListener('compositionend', () => {
            composing = false
            write()
          })
          input.addEventListener('input', () => {
            if (!composing) write()
          })
          input.addEventListener('keydown', (event) => {
            if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
            event.preventDefault()
            const position = getPos()
            if (position === undefined) return
            view.dispatch(afterBlock(view.state.tr, position + current.nodeSize).scrollIntoView())
            view.focus()
          })
        }
        bind(alt, 'alt')
        bind(caption, 'caption')

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
          stopEvent: (event) => event.target === alt || event.target === caption,
          ignoreMutation: () => true,
        }
      }
    },
  })

function field(className: string, label: string) {
  const input = document.createElement('input')
  input.className = className
  input.placeholder = label
  input.setAttribute('aria-label', label)
  return input
}

function missing(message: string, source: string | null) {
  const box = document.createElement('div')
  box.className = 'image-block-missing'
  const text = document.createElement('span')
  text.textContent = message
  box.append(text)
  if (source) {
    const address = document.createElement('code')
    address.textContent = source
    box.append(address)
  }
  return box
}
