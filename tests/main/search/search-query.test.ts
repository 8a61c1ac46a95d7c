import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/main/core/search/search-query.ts'

const anywhere = (text: string) => parseQuery(text)?.anywhere ?? null

test.each([
  ['你好', { text: '"你好"', characters: null }],
  ['你好世界', { text: '"你好 好世 世界"', characters: null }],
  ['你', { text: null, characters: '"你"' }],
  ['d', { text: null, characters: '"d"' }],
  ['Deep', { text: '"deep" *', characters: null }],
  ['GPT模型', { text: '"gpt 模型"', characters: null }],
  ['模型GPT', { text: '"模型 gpt" *', characters: null }],
  ['你好,世界', { text: '"你好 世界"', characters: null }],
  ['好,世', { text: null, characters: '"好" AND "世"' }],
  ['大模型 5', { text: '"大模 模型"', characters: '"5"' }],
  ['你好 世界 你好', { text: '"你好" AND "世界"', characters: null }],
])('%s', (text, expected) => {
  expect(anywhere(text)).toEqual(expected)
})

test('looks the title up by marked tokens', () => {
  expect(parseQuery('你好 世')?.inTitle).toEqual({ text: '"´你好"', characters: '"´世"' })
})

test.each(['', ' ', '!?', '“”……', '😀', '"', '*'])('nothing to look for in %j', (text) => {
  expect(parseQuery(text)).toBeNull()
})

test('never lets what was typed become syntax', () => {
  expect(anywhere('"a" OR NEAR(b) title:c* -d ^e {f}')?.text).not.toMatch(/title:|\^|\{|-/)
})
