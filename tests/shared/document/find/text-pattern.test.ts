import { expect, test } from 'vitest'
import { plainFind, replacementOf, textPattern } from '#shared/document/find/text-pattern.ts'

const found = (text: string, query: string, options = {}) =>
  [...text.matchAll(textPattern(query, { ...plainFind, ...options }) ?? /(?!)/g)].map(({ index }) => index)

test('takes a query literally, whatever signs it has', () => {
  expect(found('价格(元)：1.5', '(元)')).toEqual([2])
  expect(found('a.b axb', 'a.b')).toEqual([0])
})

test('a whole word ends where Chinese begins', () => {
  expect(found('用AI写AIGC，AI', 'AI', { wholeWord: true })).toEqual([1, 9])
  expect(found('再造时刻', '造时', { wholeWord: true })).toEqual([1])
})

test('anchors hold to lines; what is no expression is null', () => {
  expect(textPattern('[', { ...plainFind, regularExpression: true })).toBeNull()
  expect(textPattern('', plainFind)).toBeNull()
})

test('groups stand for what they matched, in regular expressions only', () => {
  const options = { ...plainFind, regularExpression: true }
  const [match] = [...'王小明'.matchAll(textPattern('(?<family>王)(小明)', options) ?? /(?!)/g)]
  if (!match) throw new Error('no match')
  expect(replacementOf(match, '$2 $<family> $$1 $& $9', options)).toBe('小明 王 $1 王小明 ')
  expect(replacementOf(match, '$1', plainFind)).toBe('$1')
})
