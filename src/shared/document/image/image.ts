import { choice, chosen } from '../choice.ts'
import type { NodeDefinition } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'
import { safeUrl } from '../safe-url.ts'

/** Beside the text that follows; null: in the middle, on lines of its own. */
export const imageAlignments = ['left', 'right'] as const
/** Percent of the text's width; null: as wide as it is, at most the text's width. */
export const imageSpans = [25, 33, 50, 66, 75, 100] as const

const text = { default: '', validate: 'string' }
const pixels = { default: null, validate: 'number|null' }

const dimension = (value: string | null | undefined): number | null => {
  const number = Number.parseInt(value ?? '', 10)
  return number > 0 && number < 100_000 ? number : null
}

const remoteSource = (value: string | null | undefined): string | null => {
  const url = safeUrl(value)
  return url && /^https?:/i.test(url) ? url : null
}

/**
 * A picture with alternative text and caption. `media` names a file of the library; `source` is where an imported
 * picture lives that is not in the library yet: it is shown as missing and never published. One with neither lay where
 * nothing reaches it (`data-missing`).
 */
export const image: NodeDefinition = {
  spec: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: {
      media: {
        default: null,
        validate: (value) => {
          if (value !== null && !(typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)))
            throw new RangeError('image media')
        },
      },
      source: {
        default: null,
        validate: (value) => {
          if (value !== null && !(typeof value === 'string' && remoteSource(value) === value))
            throw new RangeError('image source')
        },
      },
      alt: text,
      caption: text,
      width: pixels,
      height: pixels,
      align: choice('image alignment', imageAlignments),
      span: choice('image span', imageSpans),
    },
    parseDOM: [
      {
        tag: 'figure',
        getAttrs: (element) => {
          const img = element.querySelector('img')
          const attributes = img && imageAttributes(img)
          if (!attributes) return false
          return {
            ...attributes,
            align: chosen(imageAlignments, /figure-(left|right)/.exec(element.className)?.[1]),
            span: chosen(imageSpans, Number(/figure-(\d+)/.exec(element.className)?.[1])),
            caption: element.querySelector('figcaption')?.textContent?.trim() ?? '',
          }
        },
      },
      { tag: 'img', getAttrs: (element) => imageAttributes(element) },
    ],
  },
  renderHtml: (node, _children, state) => {
    const { media, alt, caption, width, height } = node.attrs ?? {}
    const source = typeof node.attrs?.source === 'string' ? node.attrs.source : null
    const src =
      typeof media === 'string' ? state.mediaUrl(media) : state.complete ? (remoteSource(source) ?? '') : null
    if (src === null) return ''
    const size = width && height ? ` width="${Number(width)}" height="${Number(height)}"` : ''
    const figcaption = caption ? `<figcaption>${escapeHtml(String(caption))}</figcaption>` : ''
    const names = [chosen(imageAlignments, node.attrs?.align), chosen(imageSpans, node.attrs?.span)]
      .filter((name) => name !== null)
      .map((name) => `figure-${name}`)
    const classes = names.length > 0 ? ` class="${names.join(' ')}"` : ''
    return `<figure${classes}><img src="${escapeHtml(src)}" alt="${escapeHtml(String(alt ?? ''))}"${size} loading="lazy">${figcaption}</figure>\n`
  },
  plainText: (node) => String(node.attrs?.caption ?? ''),
}

interface ElementLike {
  getAttribute(name: string): string | null
}

function imageAttributes(img: ElementLike): Record<string, unknown> | false {
  const media = /^[0-9a-f]{64}$/.exec(img.getAttribute('data-media') ?? '')?.[0] ?? null
  const source = media ? null : remoteSource(img.getAttribute('src'))
  if (!media && !source && img.getAttribute('data-missing') === null) return false
  return {
    media,
    source,
    alt: img.getAttribute('alt') ?? '',
    width: dimension(img.getAttribute('width')),
    height: dimension(img.getAttribute('height')),
  }
}
