import { expect, test } from 'vitest'
import { indexTokens } from '../../../src/main/core/search/index-tokens.ts'
import { normalize, runsOf } from '../../../src/main/core/search/runs.ts'

const body = (text: string) => indexTokens({ title: '', dek: '', text }).body.split(' ').slice(1).join(' ')

test.each([
  ['你好世界', '你好 好世 世界'],
  ['GPT模型,API 接口', 'gpt 模型 api 接口'],
  ['ＧＰＴ－５', 'gpt 5'],
  ['Café Ⅳ', 'café iv'],
  ['中', '中'],
  ['8月7日', '8 月 7 日'],
  ['𠮷野家', '𠮷野 野家'],
  ['コーヒー', 'コー ーヒ ヒー'],
  ['한국어', '한국 국어'],
  ['!?…——“”', ''],
])('%s', (text, tokens) => {
  expect(body(text)).toBe(tokens)
})

test('keeps runs apart that would read on as one', () => {
  expect(body('你好,好人')).toBe('你好 \u00a6 好人')
})

test('marks what stands in the title, and each character once', () => {
  const { title, body, characters } = indexTokens({ title: '你好你好', dek: '导语', text: 'Deep 好' })
  expect(title).toBe('´你好 ´好你 ´你好')
  expect(body).toBe('你好 好你 你好 \u00a6 导语 deep 好')
  expect(characters.split(' ')).toEqual(['你', '´你', '好', '´好', '导', '语', 'd'])
})

test('cuts words beyond reason', () => {
  expect(runsOf(normalize('a'.repeat(1000)))).toEqual([{ cjk: false, text: 'a'.repeat(64) }])
})
