import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../../src/renderer/i18n/en/index.ts'
import { zhCN } from '../../../src/renderer/i18n/zh-CN/index.ts'

const leaves = (node: object, path = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  )

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test('every text is there in both languages, with the same placeholders', () => {
  const english = new Map(leaves(en))
  for (const [key, chinese] of leaves(zhCN)) {
    const text = english.get(key)
    expect(text, key).toBeTruthy()
    expect(chinese, key).not.toBe('')
    expect(new Set(placeholders(text ?? '')), key).toEqual(new Set(placeholders(chinese)))
  }
})

test('English has nothing besides, but the singular of every plural', () => {
  const chinese = new Set(leaves(zhCN).map(([key]) => key))
  for (const [key] of leaves(en)) expect(chinese, key).toContain(key.replace(/_one$/, '_other'))
})

const han = /\p{Script=Han}/u

test('English is in English, but the name of the other language in its own words', () => {
  const chinese = leaves(en).filter(([, text]) => han.test(text))
  expect(chinese.map(([key]) => key)).toEqual(['palette.action.chinese'])
})

test('Chinese sentences have full-width punctuation', () => {
  const halfWidth = /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}|\p{Script=Han}\. ?$/u
  expect(leaves(zhCN).filter(([, text]) => halfWidth.test(text))).toEqual([])
})

test('no component has Chinese text of its own', () => {
  const root = join(import.meta.dirname, '../../../src/renderer')
  const comments = /\/\*[\s\S]*?\*\/|\/\/.*$/gm
  const found = globSync('**/*.tsx', { cwd: root }).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .replace(comments, '')
      .split('\n')
      .filter((line) => han.test(line))
      .map((line) => line.trim()),
  )
  // The seal of the mark, and a language in its own words.
  expect(found.sort()).toEqual(["{ value: 'zh-CN', label: '简体中文' },", '编'])
})
