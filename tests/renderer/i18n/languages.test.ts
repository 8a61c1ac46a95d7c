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
