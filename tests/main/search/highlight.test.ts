import { expect, test } from 'vitest'
import { needlesOf, rangesOf } from '../../../src/main/core/search/highlight.ts'
import { parseQuery } from '../../../src/main/core/search/search-query.ts'
import { snippetOf } from '../../../src/main/core/search/snippet.ts'

const needles = (query: string) => needlesOf(parseQuery(query)?.terms ?? [])
const marked = (text: string, query: string) =>
  rangesOf(text, needles(query)).map(([from, to]) => text.slice(from, to))

test.each([
  ['国产大模型与大模型', '大模型', ['大模型', '大模型']],
  ['用ＧＰＴ与gpt', 'GPT', ['ＧＰＴ', 'gpt']],
  ['DeepSeek deep indeep', 'deep', ['Deep', 'deep']],
  ['中文DeepSeek', 'deep', ['Deep']],
  ['你好,世界。你好。世界', '你好,世界', ['你好,世界']],
  ['你好。世界', '你好,世界', ['你好', '世界']],
  ['GPT 模型', 'GPT模型', ['GPT', '模型']],
  ['一二三四', '二三 三四', ['二三四']],
  ['没有', '大模型', []],
])('%s / %s', (text, query, expected) => {
  expect(marked(text, query)).toEqual(expected)
})

test('cuts a passage around the first hit', () => {
  const text = `${'前文很长。'.repeat(30)}这里说到大模型,${'后文也长。'.repeat(40)}`
  const { snippet, snippetRanges } = snippetOf(text, needles('大模型'))
  expect(snippet).toMatch(/^…这里说到大模型,.*…$/)
  expect(snippet.length).toBeLessThan(130)
  expect(snippetRanges.map(([from, to]) => snippet.slice(from, to))).toEqual(['大模型'])
})

test('gives no passage where only the title matches', () => {
  expect(snippetOf('正文', needles('题目'))).toEqual({ snippet: '', snippetRanges: [] })
})

test('does not cut a character in two', () => {
  const { snippet } = snippetOf(`${'𠮷'.repeat(40)}大模型${'𠮷'.repeat(200)}`, needles('大模型'))
  expect(snippet.isWellFormed()).toBe(true)
})
