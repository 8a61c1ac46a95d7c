import sanitizeHtml from 'sanitize-html'
import { embedTarget } from '#shared/document/embed/providers.ts'
import { linkTarget } from '#shared/document/link/link-target.ts'
import { pictureSource } from '#shared/foreign/pictures.ts'
import { revealVml } from '#shared/foreign/word.ts'
import { absoluteUrl } from './absolute-url.ts'
import { assertShallow } from './assert-shallow.ts'
import { dataPicture } from './data-picture.ts'
import type { Picture, Warning } from './imported-article.ts'

/** Players and drawings of other kinds than the schema has. */
const embeds = new Set(['video', 'audio', 'embed', 'object', 'canvas', 'svg'])

/**
 * What `cleanForeign` can make something of; everything else is unwrapped or dropped. Styles and classes go on as they
 * are written: they tell what an element means, and nothing ever shows them.
 */
const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...[
      'p',
      'div',
      'section',
      'article',
      'main',
      'header',
      'footer',
      'aside',
      'center',
      'blockquote',
      'pre',
      'hr',
    ],
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'figure',
      'figcaption',
      'img',
      'br',
    ],
    ...[
      'table',
      'caption',
      'thead',
      'tbody',
      'tfoot',
      'tr',
      'td',
      'th',
      'details',
      'summary',
      'iframe',
      'input',
    ],
    ...[
      'a',
      'strong',
      'b',
      'em',
      'i',
      'u',
      's',
      'del',
      'strike',
      'mark',
      'sup',
      'sub',
      'span',
      'font',
      'label',
    ],
    ...['code', 'kbd', 'samp', 'tt'],
  ],
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    details: ['open'],
    iframe: ['src', 'title'],
    input: ['type', 'checked'],
    del: ['datetime'],
    '*': ['style', 'class', 'id', 'align', 'role', 'data-*', 'aria-checked', 'aria-roledescription'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: {
    img: ['http', 'https'],
    iframe: ['https'],
    a: ['http', 'https', 'mailto', 'tel', 'article'],
  },
  allowProtocolRelative: false,
  parseStyleAttributes: false,
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
      'object',
      'button',
    ],
    ...['svg', 'math', 'xmp', 'noembed', 'noframes', 'plaintext', 'audio', 'video', 'canvas'],
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
    img: (tagName, { 'data-media': _ours, ...attribs }) => {
      const src = pictureSource((name) => attribs[name])
      const picture = dataPicture(src)
      if (picture) {
        pictures.set(picture.id, picture)
        return { tagName, attribs: { ...attribs, 'data-media': picture.id } }
      }
      const address = absoluteUrl(src, base)
      warn(address ? 'remote-images' : 'missing-images')
      return { tagName, attribs: { ...attribs, ...(address ? { src: address } : { 'data-missing': '' }) } }
    },
    a: (tagName, { href }) => {
      // Notes and their numbers find each other so; what else leads to a place of the page goes later.
      if (href?.startsWith('#')) return { tagName, attribs: { href } }
      const scheme = /^[\s\p{Cc}]*[a-z][a-z0-9+.-]*:/iu.test(href ?? '')
      // A relative address of the other site means nothing on this one.
      const address = scheme ? linkTarget(href) : absoluteUrl(href ?? '', base)
      if (scheme && !address) warn('unsafe-links')
      return { tagName, attribs: { ...(address && { href: address }) } }
    },
    iframe: (tagName, attribs) => {
      const src = pictureSource((name) => attribs[name])
      if (embedTarget(src)) return { tagName, attribs: { ...attribs, src } }
      warn('embeds')
      const { src: _foreign, ...others } = attribs
      return { tagName, attribs: others }
    },
  }
  const clean = sanitizeHtml(revealVml(html), {
    ...options,
    transformTags,
    onOpenTag: (name) => {
      if (embeds.has(name)) warn('embeds')
    },
  })
  return {
    html: clean,
    pictures: [...pictures.values()],
    warnings: [...warnings].map(([reason, count]) => ({ reason, count })),
  }
}
