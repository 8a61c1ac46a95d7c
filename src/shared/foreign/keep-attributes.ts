import type { ElementLike } from './element-like.ts'

/** What the document schema reads, by element; '*' stands on any. */
const kept: Record<string, readonly string[]> = {
  '*': ['class', 'data-math', 'data-footnote'],
  a: ['href'],
  img: ['src', 'alt', 'width', 'height', 'data-media', 'data-missing'],
  iframe: ['src', 'title'],
  ol: ['start'],
  ul: ['data-type'],
  li: ['data-type', 'data-checked'],
  td: ['colspan', 'rowspan', 'data-colwidth'],
  th: ['colspan', 'rowspan', 'data-colwidth'],
  details: ['open'],
}

const names =
  /^(align-(center|right|justify)|figure-(left|right|\d+)|gallery(-\d)?|callout(-\w+)?|embed|pull-quote|details-content|math|table|task-list|lang(uage)?-[\w+#.-]{1,30})$/

/** Nothing but what means something to the schema. */
export function keepAttributes(root: ElementLike): void {
  for (const element of root.querySelectorAll('*')) {
    const own = Object.hasOwn(kept, element.localName) ? kept[element.localName] : undefined
    for (const name of element.getAttributeNames()) {
      if (!own?.includes(name) && !kept['*']?.includes(name)) element.removeAttribute(name)
    }
    const written = element.getAttribute('class')
    if (written === null) continue
    const known = written.split(/\s+/).filter((name) => names.test(name))
    if (known.length > 0) element.setAttribute('class', known.join(' '))
    else element.removeAttribute('class')
  }
}
