import { parseHTML } from 'linkedom'

const allowed: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    'h2 h3 h4 blockquote hr br li strong em u s sup sub mark figcaption figure summary table colgroup tr'
      .split(' ')
      .map((tag) => [tag, ['class']]),
  ),
  p: ['class'],
  span: ['class', 'data-math'],
  div: ['class', 'role', 'tabindex', 'data-math'],
  aside: ['class', 'role'],
  details: ['open'],
  section: ['class', 'role'],
  pre: [],
  a: ['href', 'rel', 'class', 'role', 'aria-label'],
  code: ['class'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
  input: ['type', 'disabled', 'checked', 'aria-hidden'],
  ol: ['start'],
  ul: ['class'],
}

const classes =
  /^(task-list|language-[a-z0-9+#._-]+|align-(center|right)|table|gallery|callout( callout-\w+)?|math|embed|pull-quote|details-content|footnotes|footnote-(ref|back))$/

/** What is in published HTML that must not be: elements, attributes, addresses. */
export function intruders(html: string): string[] {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`)
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const attributes = allowed[element.localName]
    if (!attributes) return [`<${element.localName}>`]
    return [...element.attributes].flatMap(({ name, value }) => {
      if (name === 'id' && /^fn(ref)?-\d+$/.test(value)) return []
      if (!attributes.includes(name)) return [`${element.localName} ${name}`]
      if (name === 'href') return /^(https?:|mailto:|tel:|#fn)/i.test(value) ? [] : [`href ${value}`]
      if (name === 'src') return /^\.\.\/\.\.\/media\/[0-9a-f]{64}\.png$/.test(value) ? [] : [`src ${value}`]
      if (name === 'class') return classes.test(value) ? [] : [`class ${value}`]
      return []
    })
  })
}
