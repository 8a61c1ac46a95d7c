import sanitizeHtml from 'sanitize-html'
import { safeUrl } from '#shared/document/safe-url.ts'
import { absoluteUrl } from './absolute-url.ts'
import { assertShallow } from './assert-shallow.ts'
import { dataPicture } from './data-picture.ts'
import type { Picture, Warning } from './imported-article.ts'

const emphasis = {
  'font-weight': [/^(bold(er)?|[6-9]\d\d|normal)$/],
  'font-style': [/^italic$/],
  'text-decoration': [/^(underline|line-through)$/],
}

const embeds = new Set(['iframe', 'video', 'audio', 'embed', 'object', 'canvas', 'svg', 'math'])
/** Where pages that load pictures late keep the address. */
const lazySources = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc']

/** What the document schema can make something of; everything else is unwrapped or dropped. */
const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'div', 'section', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'hr', 'br'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img', 'a', 'table', 'tr', 'td', 'th'],
    ...['strong', 'b', 'em', 'i', 'u', 's', 'del', 'strike', 'span'],
  ],
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height', 'data-media'],
    ol: ['start'],
    ul: ['data-type'],
    li: ['data-type', 'data-checked'],
    code: ['class'],
    pre: ['class'],
    '*': ['style'],
  },
  allowedClasses: { code: [/^lang(uage)?-[\w+#.-]{1,30}$/], pre: [/^lang(uage)?-[\w+#.-]{1,30}$/] },
  allowedStyles: { '*': emphasis },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  nonTextTags: [
    ...[
      'script',
      'style',
      'textarea',
      'option',
      'select',
      'noscript',
      'template',
      'title',
      'iframe',
      'object',
    ],
    ...['svg', 'math', 'button', 'xmp', 'noembed', 'noframes', 'plaintext', 'audio', 'video', 'canvas'],
  ],
  nestingLimit: 100,
}

export interface CleanHtml {
  html: string
  /** What lay in data: addresses; `data-media` of an img names one. */
  pictures: Picture[]
  warnings: Warning[]
}

/** Allow-listed HTML of whatever came in. The schema and the renderer check again behind it. */
export function cleanHtml(html: string, base?: string): CleanHtml {
  assertShallow(html)
  const pictures = new Map<string, Picture>()
  const warnings = new Map<Warning['reason'], number>()
  const warn = (reason: Warning['reason']) => warnings.set(reason, (warnings.get(reason) ?? 0) + 1)

  const transformTags: sanitizeHtml.IOptions['transformTags'] = {
    img: (tagName, { src: plain, 'data-media': _ours, ...attribs }) => {
      const src = (lazySources.map((name) => attribs[name]).find((value) => value) ?? plain ?? '').trim()
      const picture = dataPicture(src)
      if (picture) {
        pictures.set(picture.id, picture)
        return { tagName, attribs: { ...attribs, 'data-media': picture.id } }
      }
      const address = absoluteUrl(src, base)
      warn(address ? 'remote-images' : 'missing-images')
      return { tagName, attribs: address ? { ...attribs, src: address } : attribs }
    },
    a: (tagName, { href }) => {
      const scheme = /^[\s\p{Cc}]*[a-z][a-z0-9+.-]*:/iu.test(href ?? '')
      // A relative address of the other site means nothing on this one.
      const address = scheme ? safeUrl(href) : absoluteUrl(href ?? '', base)
      if (scheme && !address) warn('unsafe-links')
      return { tagName, attribs: { ...(address && { href: address }) } }
    },
  }
  const clean = sanitizeHtml(html, {
    ...options,
    transformTags,
    onOpenTag: (name) => {
      if (embeds.has(name)) warn('embeds')
      if (name === 'table') warn('tables')
    },
  })
  return {
    html: clean,
    pictures: [...pictures.values()],
    warnings: [...warnings].map(([reason, count]) => ({ reason, count })),
  }
}
