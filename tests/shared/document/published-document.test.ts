import { expect, test } from 'vitest'
import type { DocumentJson, MarkJson, NodeJson } from '#shared/document/document-json.ts'
import { plainText } from '#shared/document/plain-text.ts'
import { publishedDocument } from '#shared/document/published-document.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { schema } from '#shared/document/schema.ts'
import { resolveSuggestions } from '#shared/document/suggestion/resolve-suggestions.ts'
import { suggestionIds } from '#shared/document/suggestion/suggestion.ts'

const comment = (digit: string): MarkJson => ({
  type: 'comment',
  attrs: { thread: `${digit.repeat(8)}-1111-4111-8111-111111111111` },
})
const mark = (type: string, more: object = {}, id = 'a'): MarkJson => ({
  type,
  attrs: { id, author: 'p', at: 1, ...(type === 'modification' ? {} : { joined: false }), ...more },
})
const text = (value: string, ...marks: MarkJson[]): NodeJson =>
  marks.length > 0 ? { type: 'text', marks, text: value } : { type: 'text', text: value }
const paragraph = (content: NodeJson[], ...marks: MarkJson[]): NodeJson => ({
  type: 'paragraph',
  attrs: { align: null },
  ...(content.length > 0 ? { content } : {}),
  ...(marks.length > 0 ? { marks } : {}),
})
const doc = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content })
const html = (document: DocumentJson) => renderDocumentHtml(document, { mediaUrl: () => null })
const accepted = (document: DocumentJson) => resolveSuggestions(document, () => 'accept')

test('a document without comments and suggestions is answered as it is', () => {
  const plain = doc(paragraph([text('正文')]))
  expect(publishedDocument(plain)).toBe(plain)
})

test('comments leave no trace in the page, however they overlap with other marks', () => {
  const bold = { type: 'bold' }
  const commented = doc(
    paragraph([
      text('甲'),
      text('乙', comment('1'), bold),
      text('丙', comment('1'), comment('2'), bold),
      text('丁', comment('2')),
    ]),
  )
  const plain = doc(paragraph([text('甲'), text('乙丙', bold), text('丁')]))
  schema.nodeFromJSON(commented).check()
  expect(publishedDocument(commented)).toEqual(plain)
  expect(html(commented)).toBe('<p>甲<strong>乙丙</strong>丁</p>\n')
  expect(plainText(commented)).toBe('甲乙丙丁')
})

test('readers get the text before the suggestions; accepting gives the text after them', () => {
  const document = doc(
    paragraph([text('留'), text('旧', mark('deletion')), text('新', mark('insertion'))]),
    paragraph([text('粗', mark('modification', { before: [] }), { type: 'bold' })]),
  )
  schema.nodeFromJSON(document).check()
  expect(html(document)).toBe('<p>留旧</p>\n<p>粗</p>\n')
  expect(plainText(document)).toBe('留旧\n粗')
  expect(html(accepted(document))).toBe('<p>留新</p>\n<p><strong>粗</strong></p>\n')
})

test('a boundary that is suggested, or suggested to go, joins blocks', () => {
  const split = doc(
    paragraph([text('前')]),
    paragraph([text('后')], mark('insertion', { joined: true })),
    paragraph([text('尾')], mark('deletion', { joined: true }, 'b')),
  )
  schema.nodeFromJSON(split).check()
  expect(publishedDocument(split)).toEqual(doc(paragraph([text('前后')]), paragraph([text('尾')])))
  expect(accepted(split)).toEqual(doc(paragraph([text('前')]), paragraph([text('后尾')])))
})

test('items of lists join at the text where they meet', () => {
  const item = (value: string, ...marks: MarkJson[]): NodeJson => ({
    type: 'listItem',
    content: [paragraph([text(value)])],
    ...(marks.length > 0 ? { marks } : {}),
  })
  const list = (...content: NodeJson[]) => doc({ type: 'bulletList', content })
  const split = list(item('一'), item('二', mark('insertion', { joined: true })), item('三'))
  schema.nodeFromJSON(split).check()
  expect(publishedDocument(split)).toEqual(list(item('一二'), item('三')))
})

test('whole blocks come and go, and what holds nothing any more goes with them', () => {
  const document = doc(
    { type: 'blockquote', content: [paragraph([text('引')], mark('insertion'))] },
    paragraph([text('旧')], mark('deletion', {}, 'b')),
    {
      type: 'heading',
      attrs: { level: 2, align: null },
      content: [text('题')],
      marks: [mark('modification', { before: { type: 'paragraph', attrs: { align: null } } }, 'c')],
    },
  )
  schema.nodeFromJSON(document).check()
  expect(html(document)).toBe('<p>旧</p>\n<p>题</p>\n')
  expect(html(accepted(document))).toBe('<blockquote>\n<p>引</p>\n</blockquote>\n<h2>题</h2>\n')
  expect([...suggestionIds(document)]).toEqual(['a', 'b', 'c'])
  const one = resolveSuggestions(document, ({ attrs }) => (attrs?.id === 'b' ? 'accept' : 'keep'))
  expect([...suggestionIds(one)]).toEqual(['a', 'c'])
  expect(accepted(doc(paragraph([text('旧')], mark('deletion')))).content).toEqual([{ type: 'paragraph' }])
})

test('a hostile former form becomes nothing that acts', () => {
  const document = doc(
    paragraph([
      text(
        '甲',
        mark('modification', { before: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }),
      ),
      text('乙', mark('modification', { before: [{ type: 'script' }] })),
    ]),
    paragraph([text('丙')], mark('modification', { before: { type: 'iframe', attrs: { src: '//x' } } })),
  )
  expect(html(document)).toBe('<p>甲乙</p>\n')
})
