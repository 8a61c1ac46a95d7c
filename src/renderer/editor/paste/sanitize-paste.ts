import DOMPurify from 'dompurify'
import { isUnreachable } from '#shared/foreign/pictures.ts'

// What `cleanForeign` can make something of. Forms are out: a field named nodeName breaks every walk over the tree.
const tags =
  'a article aside b blockquote body br caption center code dd del details div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img input kbd label li main mark ol p pre s samp section span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  )
const attributes =
  'align alt checked class colspan datetime height href id open role rowspan src srcset start style title type width'.split(
    ' ',
  )

/** DOMPurify drops a form that hides the tree behind its fields with all its text; the tags alone are enough. */
const controls = /<\/?(?:form|button|select|option|textarea|fieldset)\b[^>]*>/gi

/** As in DOMPurify, with our addresses of articles and without those of other programs. */
const addresses = /^(?:(?:https?|mailto|tel|article):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i

let purify: ReturnType<typeof DOMPurify> | undefined

/** One of our own: hooks are kept by instance. */
function purifier(): ReturnType<typeof DOMPurify> {
  if (purify) return purify
  purify = DOMPurify(window)
  // The address goes; that there was a picture stays.
  purify.addHook('beforeSanitizeAttributes', (element) => {
    if (element.nodeName === 'IMG' && isUnreachable(element.getAttribute('src') ?? ''))
      element.setAttribute('data-missing', '')
  })
  return purify
}

/** The tree of pasted or dropped HTML without anything that acts, in a document that loads nothing. */
export function sanitizePaste(html: string): Element {
  const tree = purifier().sanitize(html.replace(controls, ''), {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOWED_URI_REGEXP: addresses,
    ALLOW_DATA_ATTR: true,
    ALLOW_ARIA_ATTR: true,
    RETURN_DOM: true,
  })
  // Of nothing it makes no tree.
  return tree instanceof Element ? tree : document.implementation.createHTMLDocument('').body
}
