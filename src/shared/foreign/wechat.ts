import { childElements, type ElementLike, rename, textOf, unwrap, visibleText } from './element-like.ts'
import { isHidden } from './style-of.ts'

const marks =
  '.rich_media_content, #js_content, [data-tools], [data-mpa-powered-by], [leaf], img[data-src*="qpic.cn"], img[src*="qpic.cn"], .code-snippet__fix, [textstyle]'

/** Cards of the platform that mean nothing elsewhere. */
const cards =
  'mp-common-profile, mp-common-product, mp-miniprogram, mpvoice, mp-common-mpaudio, qqmusic, mpcps, .mp_profile_iframe_wrp, .code-snippet__line-index'

/** Articles of WeChat's public accounts and of the editors that people lay them out with. */
export function cleanWechat(root: ElementLike): void {
  if (!root.querySelector(marks)) return
  for (const card of root.querySelectorAll(cards)) card.remove()
  for (const element of root.querySelectorAll('section, span, p')) if (isHidden(element)) element.remove()
  for (const code of root.querySelectorAll('pre.code-snippet__js, pre[class*="code-snippet"]'))
    flattenCode(code)
  for (const frame of root.querySelectorAll('iframe[data-src]'))
    frame.setAttribute('src', frame.getAttribute('data-src') ?? '')
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    for (const bold of heading.querySelectorAll('b, strong')) unwrap(bold)
  }
  for (const quote of root.querySelectorAll('section.js_blockquote_wrap, section[class*="blockquote"]'))
    if (!quote.querySelector('blockquote') && !quote.closest('blockquote')) rename(quote, 'blockquote')
  for (const paragraph of root.querySelectorAll('p, section')) {
    const last = childElements(paragraph).at(-1)
    if (last?.localName === 'br' && visibleText(paragraph) !== '') dropLastBreak(paragraph, last)
  }
}

/** A code element for each line. */
function flattenCode(pre: ElementLike): void {
  const lines = childElements(pre).filter(({ localName }) => localName === 'code')
  if (lines.length < 2) return
  const code = pre.ownerDocument.createElement('code')
  code.append(lines.map((line) => textOf(line).replace(/\n$/, '')).join('\n'))
  const language = pre.getAttribute('data-lang')
  if (language) pre.setAttribute('class', `language-${language}`)
  for (const line of lines) line.remove()
  pre.append(code)
}

function dropLastBreak(paragraph: ElementLike, last: ElementLike): void {
  const after = Array.from(paragraph.childNodes).at(-1)
  if (after === last || textOf(after ?? last).trim() === '') last.remove()
}
