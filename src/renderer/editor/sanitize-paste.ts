import DOMPurify from 'dompurify'

// What the schema can read. Forms are out: a field named nodeName breaks every walk over the tree.
const tags = [
  'a',
  'b',
  'blockquote',
  'body',
  'br',
  'code',
  'del',
  'div',
  'em',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'i',
  'img',
  'li',
  'ol',
  'p',
  'picture',
  'pre',
  's',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'u',
  'ul',
  'font',
  'dl',
  'dt',
  'dd',
  'details',
  'summary',
]

/** DOMPurify drops a form that hides the tree behind its fields with all its text; the tags alone are enough. */
const controls = /<\/?(?:form|input|button|select|option|textarea|fieldset)\b[^>]*>/gi

/** Pasted or dropped HTML without anything that acts; the schema then keeps what an article may hold. */
export function sanitizePaste(html: string): string {
  return DOMPurify.sanitize(html.replace(controls, ''), {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: ['href', 'src', 'alt', 'width', 'height', 'start', 'class', 'style'],
    ALLOW_DATA_ATTR: true,
    ALLOW_ARIA_ATTR: false,
  })
}
