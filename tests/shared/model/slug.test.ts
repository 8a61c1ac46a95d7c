import { expect, it } from 'vitest'
import { normalizeSlug, Slug } from '#shared/model/slug.ts'

it.each([
  ['Zhong Guo', 'zhong-guo'],
  ['  --Café & Thé-- ', 'cafe-the'],
  ['中文', ''],
])('makes %j into %j', (text, slug) => expect(normalizeSlug(text)).toBe(slug))

it('cuts long text at a word and stays a slug', () => {
  const slug = normalizeSlug('zhongguo '.repeat(20))
  expect(slug.length).toBeLessThanOrEqual(80)
  expect(slug.endsWith('zhongguo')).toBe(true)
  expect(Slug.safeParse(slug).success).toBe(true)
  expect(Slug.safeParse(normalizeSlug('a'.repeat(200))).success).toBe(true)
})
