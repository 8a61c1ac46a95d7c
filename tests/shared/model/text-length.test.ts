import { expect, it } from 'vitest'
import { textLength } from '#shared/model/text-length.ts'

it.each([
  ['', 0, 0],
  ['编辑台', 3, 3],
  ['你好,世界。', 6, 4],
  ['GPT 模型', 5, 3],
  ['用DeepSeek写', 10, 3],
  ['5G手机 iPhone15', 12, 4],
  ['𠮷野家', 3, 3],
  ['  \n ', 0, 0],
])('counts %j as %i characters and %i words', (text, characters, words) => {
  expect(textLength(text)).toEqual({ characters, words })
})
