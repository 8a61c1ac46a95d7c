import { expect, test } from 'vitest'
import { wordMatcher } from '../../../../src/main/core/checks/rules/word-matcher.ts'

const words = (...list: string[]) => list.map((word) => ({ word, preferred: '' }))
const found = (text: string, ...list: string[]) =>
  wordMatcher(words(...list))(text).map(({ from, to }) => text.slice(from, to))

test('finds the longest word at each place, none inside another', () => {
  expect(found('人工智能与人工', '人工', '人工智能', '智能')).toEqual(['人工智能', '人工'])
  expect(found('甲乙', '甲')).toEqual(['甲'])
  expect(found('无', '有')).toEqual([])
})

test('knows no case and no width; Latin words only where they stand alone', () => {
  expect(found('用ａｐｐ，App，apple', 'APP')).toEqual(['ａｐｐ', 'App'])
})

test('a list of 100,000 words costs about what a short one does', () => {
  const many = Array.from(
    { length: 100_000 },
    (_, n) => `词${String.fromCharCode(0x4e00 + (n % 20_000))}${n}`,
  )
  const matcher = wordMatcher(words(...many, '敏感内容'))
  const text = '这一段文字里没有什么特别的。'.repeat(7_000)
  const since = performance.now()
  expect(matcher(`${text}敏感内容`)).toHaveLength(1)
  const long = performance.now() - since
  const short = wordMatcher(words('敏感内容'))
  const again = performance.now()
  expect(short(`${text}敏感内容`)).toHaveLength(1)
  expect(long).toBeLessThan((performance.now() - again) * 10 + 50)
})
