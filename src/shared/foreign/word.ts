import { type ElementLike, hasClass, rename, textOf, unwrap, visibleText } from './element-like.ts'
import { isHidden, styleOf } from './style-of.ts'
import { buildWordLists } from './word-lists.ts'

/**
 * Word keeps pictures twice: as VML in a comment and as an img for others. Where there is VML alone, it becomes an
 * img here: a comment does not survive sanitising. Takes HTML of any origin.
 */
export function revealVml(html: string): string {
  if (!/<v:imagedata\b/i.test(html) || /<img\b[^>]*\bv:shapes=/i.test(html)) return html
  return html
    .replace(/<!--\[if [^\]]*vml[^\]]*\]>([\s\S]*?)<!\[endif\]-->/gi, '$1')
    .replace(/<v:imagedata\b([^>]*?)\/?>(?:<\/v:imagedata>)?/gi, '<img $1>')
}

const marks = '[class^="Mso"], [class*=" Mso"], [style*="mso-"]'

/** Documents of Word and WPS, which write the same dialect. */
export function cleanWord(root: ElementLike): void {
  if (!root.querySelector(marks)) return
  for (const element of root.querySelectorAll('*')) {
    if (isHidden(element) || isRemoved(element)) element.remove()
  }
  for (const element of root.querySelectorAll('[style*="mso-spacerun"], [style*="mso-tab-count"]')) {
    element.replaceWith(textOf(element).replace(/[\u00a0\s]+/g, ' '))
  }
  headings(root)
  buildWordLists(root)
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    for (const bold of heading.querySelectorAll('b, strong')) unwrap(bold)
  }
}

/** What a reviewer deleted, and comments beside the text. */
const isRemoved = (element: ElementLike): boolean =>
  (element.localName === 'del' && element.hasAttribute('datetime')) ||
  hasClass(element, /(^|\s)(msoDel|MsoCommentReference)(\s|$)/i) ||
  /comment-list|comment$/.test(styleOf(element).get('mso-element') ?? '')

const headingClass = /(?:^|\s)(?:Mso)?(?:Heading|标题)\s?-?([1-9])(?:\s|$)/i

/** By the name of the style (`MsoHeading1`, `标题 1`), or by the level that the outline gives a paragraph. */
function headings(root: ElementLike): void {
  for (const paragraph of root.querySelectorAll('p')) {
    const level = headingLevel(paragraph)
    if (level && visibleText(paragraph) !== '')
      rename(paragraph, `h${Math.min(level, 6)}`, ['style', 'align'])
  }
}

function headingLevel(paragraph: ElementLike): number | null {
  const name = paragraph.getAttribute('class') ?? ''
  const written = styleOf(paragraph)
  const level = headingClass.exec(name)?.[1] ?? /^\d$/.exec(written.get('mso-outline-level') ?? '')?.[0]
  if (level && level !== '0') return Number(level)
  if (/(^|\s)MsoTitle(\s|$)/i.test(name)) return 1
  return /(^|\s)MsoSubtitle(\s|$)/i.test(name) ? 2 : null
}
