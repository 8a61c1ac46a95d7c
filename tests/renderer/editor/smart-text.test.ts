import { describe, expect, test } from 'vitest'
import { type SmartTypingOptions, smartText } from '../../../src/renderer/editor/typing/smart-text.ts'

const all: SmartTypingOptions = { quotes: 'curly', dashes: true, fullWidth: true }

/** What stands there after the keys were typed one by one. */
function typed(keys: string, options = all, inChinese = true): string {
  let text = ''
  for (const key of keys) {
    const found = smartText(text, key, options, inChinese)
    text = found ? text.slice(0, text.length - found.remove) + found.insert : text + key
  }
  return text
}

describe('in Chinese', () => {
  test.each([
    ['他说:"好."', '他说：“好。”'],
    ['"头条"与"二条"', '“头条”与“二条”'],
    [`"他说'好'"`, '“他说‘好’”'],
    ['等等...', '等等……'],
    ['等等。。。', '等等……'],
    ['标题--副题', '标题——副题'],
    ['好,对;是吗?是!', '好，对；是吗？是！'],
    ['公司(上海)', '公司（上海）'],
    ['3.5 万,涨 1.2%', '3.5 万，涨 1.2%'],
    ['版本v1.2,好', '版本v1.2,好'],
    ['---', '---'],
    ['6"屏', '6"屏'],
  ])('%s becomes %s', (keys, expected) => {
    expect(typed(keys)).toBe(expected)
  })

  test('corner marks, when they are wanted', () => {
    expect(typed(`他说"'好'"`, { ...all, quotes: 'corner' })).toBe('他说「『好』」')
  })

  test('each rule can be switched off', () => {
    const keys = '说"好"--等...'
    expect(typed(keys, { quotes: 'off', dashes: false, fullWidth: false })).toBe(keys)
    expect(typed('好...', { ...all, dashes: false, fullWidth: false })).toBe('好...')
  })
})

test.each(['He said "yes"...', "don't -- stop, please.", 'a (b) c'])('Latin text stays: %s', (keys) => {
  expect(typed(keys, all, false)).toBe(keys)
})

test('Latin words inside Chinese text keep their punctuation', () => {
  expect(typed("用的是Node.js,don't")).toBe("用的是Node.js,don't")
})
