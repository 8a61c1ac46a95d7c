import { Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import type { NodeJson } from '#shared/document/document-json.ts'
import { findInDocument } from '#shared/document/find/find-in-document.ts'
import { replaceMatches } from '#shared/document/find/replace-matches.ts'
import { plainFind } from '#shared/document/find/text-pattern.ts'
import { schema } from '#shared/document/schema.ts'

const text = (value: string): NodeJson => ({ type: 'text', text: value })
const footnote = (value: string): NodeJson => ({ type: 'footnote', content: [text(value)] })
const formula: NodeJson = { type: 'mathInline', attrs: { latex: 'x' } }

const paragraph = (...content: NodeJson[]) =>
  schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content }] })

const found = (doc: ReturnType<typeof paragraph>, query: string) =>
  findInDocument(doc, query, { ...plainFind, regularExpression: true }, '新')

const words = (doc: ReturnType<typeof paragraph>, query: string) =>
  found(doc, query).map(({ from, to }) => doc.textBetween(from, to))

test.each(['新', '更长的新名', ''])('footnotes and the text around them all become "%s"', (replacement) => {
  const doc = paragraph(
    text('旧名一'),
    footnote('旧名二，旧名三'),
    text('旧名四'),
    footnote('旧名五'),
    text('旧名六'),
  )
  const matches = findInDocument(doc, '旧名', plainFind, replacement)
  expect(matches.map(({ from, to }) => doc.textBetween(from, to + 1))).toEqual(
    [...'一二三四五六'].map((number) => `旧名${number}`),
  )
  const tr = new Transform(doc)
  replaceMatches(tr, matches)
  const [one, two, three, four, five, six] = [...'一二三四五六'].map((number) => replacement + number)
  const notes = [footnote(`${two}，${three}`), footnote(String(five))] as const
  expect(tr.doc.toJSON()).toEqual(
    paragraph(text(String(one)), notes[0], text(String(four)), notes[1], text(String(six))).toJSON(),
  )
})

test('takes matches in any order', () => {
  const doc = paragraph(text('旧名，旧名'))
  const tr = new Transform(doc)
  replaceMatches(tr, findInDocument(doc, '旧名', plainFind, '新的名').toReversed())
  expect(tr.doc.textContent).toBe('新的名，新的名')
})

test.each([
  ['a footnote', footnote('注')],
  ['a formula', formula],
])('an expression does not match across %s, and goes on behind it', (_what, leaf) => {
  const doc = paragraph(text('旧甲'), leaf, text('名，旧乙名'))
  expect(words(doc, '旧[^，]*名')).toEqual(['旧乙名'])
  expect(words(doc, '旧.')).toEqual(['旧甲', '旧乙'])
})

test('an expression does not match a formula alone', () => {
  expect(words(paragraph(formula), '.')).toEqual([])
})

test('a line break ends a line for an expression, and stays', () => {
  const doc = paragraph(text('旧甲，名'), { type: 'hardBreak' }, text('旧乙'))
  expect(words(doc, '^旧.*$')).toEqual(['旧甲，名', '旧乙'])
  expect(words(doc, '名\\s+旧')).toEqual([])
})

test('what is suggested of a part of a match is over, of all of it goes on', () => {
  const suggested = (type: string, value: string) => ({
    ...text(value),
    marks: [{ type, attrs: { id: 'a', author: 'me', at: 1 } }],
  })
  const replaced = (...content: NodeJson[]) => {
    const tr = new Transform(paragraph(...content))
    replaceMatches(tr, findInDocument(tr.doc, '旧名', plainFind, '新名'))
    return tr.doc.toJSON()
  }
  for (const type of ['insertion', 'deletion']) {
    expect(replaced(suggested(type, '旧'), text('名'))).toEqual(paragraph(text('新名')).toJSON())
    expect(replaced(suggested(type, '旧名'))).toEqual(paragraph(suggested(type, '新名')).toJSON())
  }
})
