import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { cleanForeign } from '#shared/foreign/clean-foreign.ts'

function clean(html: string, pasted = true): string {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`)
  cleanForeign(document.body, { pasted })
  return document.body.innerHTML
}

test.each([
  ['a style takes an element back', '<b style="font-weight:normal">常<i>斜</i></b>', '常<em>斜</em>'],
  [
    'styles emphasise',
    '<p style="font-weight:700;font-style:italic">甲</p>',
    '<p><strong><em>甲</em></strong></p>',
  ],
  [
    'headings are bold anyway',
    '<h2><span style="font-weight:700">题</span></h2>',
    '<h2><span>题</span></h2>',
  ],
  [
    'links are underlined anyway',
    '<p><a href="https://e.com"><span style="text-decoration:underline">链</span></a></p>',
    '<p><a href="https://e.com"><span>链</span></a></p>',
  ],
  [
    'links to nowhere go',
    '<p><a href="/a">甲</a><a href="#b">乙</a><a href="javascript:1">丙</a></p>',
    '<p>甲乙丙</p>',
  ],
  [
    'links to articles stay',
    '<p><a href="article:1b4e28ba-2fa1-11d2-883f-0016d3cca427">甲</a></p>',
    '<p><a href="article:1b4e28ba-2fa1-11d2-883f-0016d3cca427">甲</a></p>',
  ],
  [
    'inner lists belong to an item',
    '<ul><li>甲</li><ol><li>乙</li></ol></ul>',
    '<ul><li>甲<ol><li>乙</li></ol></li></ul>',
  ],
  ['items without a list are lines', '<li>甲</li>', '<p>甲</p>'],
  [
    'a picture parts its paragraph',
    '<p>甲<b>乙<img src="https://e.com/a.png">丙</b></p>',
    '<p>甲<strong>乙</strong></p><img src="https://e.com/a.png"><p><strong>丙</strong></p>',
  ],
  ['a frame for layout goes', '<table><tr><td><p>甲</p></td></tr></table>', '<p>甲</p>'],
  [
    'a table in a table becomes lines',
    '<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td><td>丙</td></tr></table>',
    '<table><tr><td><p>甲 | 乙</p></td><td>丙</td></tr></table>',
  ],
  ['spacing goes', '<p>　　甲</p><p>&nbsp;</p><p><br></p><p>乙</p>', '<p>甲</p><p>乙</p>'],
  [
    'line ends of the source are no spaces in Chinese',
    '<p>船厂\n在江边 and\nso on</p>',
    '<p>船厂在江边 and\nso on</p>',
  ],
  ['counting pixels go', '<img src="https://e.com/a.gif" width="1" height="1">', ''],
  ['emoji are text', '<p>好<img class="emoji" alt="👍" src="https://e.com/e.png"></p>', '<p>好👍</p>'],
  [
    'alignment comes down',
    '<div style="text-align:center"><p>甲</p><p style="text-align:left">乙</p></div>',
    '<div><p class="align-center">甲</p><p>乙</p></div>',
  ],
])('%s', (_name, html, expected) => {
  expect(clean(html)).toBe(expected)
})

describe('headings by size', () => {
  const text = '<p style="font-size:16px">很长的一段正文，用来说明正文的字号是多少，读者读得下去。</p>'
  const title = '<p><strong><span style="font-size:20px">一、标题</span></strong></p>'

  test('short, bold and larger than the text', () => {
    expect(clean(title + text + text)).toContain('<h2><span>一、标题</span></h2>')
  })
  test.each([
    ['a sentence', '<p><strong><span style="font-size:20px">这是一句话。</span></strong></p>'],
    ['not bold', '<p><span style="font-size:20px">标题</span></p>'],
    ['bold in part', '<p><span style="font-size:20px"><b>标</b>题</span></p>'],
    ['of the size of the text', '<p><strong><span style="font-size:16px">标题</span></strong></p>'],
  ])('not one that is %s', (_name, line) => {
    expect(clean(line + text + text)).not.toContain('<h')
  })
  test('not where the page has headings', () => {
    expect(clean(`<h3>真标题</h3>${title}${text}${text}`)).not.toContain('<h2>')
  })
})

test('nested beyond reason, the text is kept in fewer boxes', () => {
  const cleaned = clean(`${'<blockquote>'.repeat(300)}<p>甲</p>${'</blockquote>'.repeat(300)}`)
  expect(cleaned).toContain('甲')
  expect(cleaned.match(/<blockquote>/g)?.length).toBeLessThan(80)
})
