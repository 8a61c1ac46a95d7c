import { DOMParser } from 'linkedom'

const forbidden = new Set(
  'script foreignobject iframe embed object audio video source handler listener link meta base form input html body'.split(
    ' ',
  ),
)
const embedded = /^data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*$/i

/** Why an SVG file must not stand on the site, or null: whatever could run, load or lead elsewhere is refused. */
export function svgProblem(bytes: Uint8Array): string | null {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'not UTF-8'
  }
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/i.exec(text)?.[1]
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) return `encoding ${declared}`
  if (/<!DOCTYPE[^>]*\[|<!ENTITY|<!ATTLIST/i.test(text)) return 'document type with declarations'
  if (/<\?(?!xml\s)/i.test(text)) return 'processing instruction'
  if (text.includes('http://www.w3.org/1999/xhtml')) return 'HTML inside'
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  if (!root) return 'no content'
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const problem = elementProblem(element)
    if (problem) return problem
  }
  return null
}

interface ElementLike {
  localName: string
  textContent: string | null
  attributes: Iterable<{ name: string; value: string }>
}

function elementProblem(element: ElementLike): string | null {
  const name = localName(element.localName)
  if (forbidden.has(name)) return `element ${name}`
  if (name === 'style') {
    const problem = styleProblem(element.textContent ?? '')
    if (problem) return problem
  }
  for (const attribute of element.attributes) {
    const key = localName(attribute.name)
    const value = attribute.value.replace(/[\p{Cc}\s]+/gu, '')
    if (key.startsWith('on')) return `attribute ${key}`
    if (/(javascript|vbscript):/i.test(value)) return 'script address'
    if ((key === 'href' || key === 'src') && !value.startsWith('#') && !embedded.test(value)) {
      return `reference ${key}`
    }
    if (key === 'attributename' && /^(.*:)?(href|on.*)$/i.test(value)) return 'animated reference'
    const problem = attribute.name.startsWith('xmlns') ? null : styleProblem(value)
    if (problem) return problem
  }
  return null
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

/** Style sheets and presentation attributes may point at parts of the same file only. */
function styleProblem(css: string): string | null {
  if (/@import|expression\s*\(|-moz-binding/i.test(css)) return 'active style'
  // An escape could spell url( or @import.
  if (css.includes('\\') && /[\\][0-9a-f]/i.test(css)) return 'escaped style'
  for (const [, target = ''] of css.matchAll(/(?:url|src)\s*\(\s*["']?([^"')]*)/gi)) {
    if (!target.trim().startsWith('#') && !embedded.test(target.trim())) return 'reference in style'
  }
  return null
}
