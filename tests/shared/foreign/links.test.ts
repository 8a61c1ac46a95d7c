import { expect, test } from 'vitest'
import { plainAddress } from '#shared/foreign/links.ts'

test.each([
  ['https://e.com/a?utm_source=x&id=3&spm=1.2#top', 'https://e.com/a?id=3#top'],
  ['https://e.com/a?utm_source=x', 'https://e.com/a'],
  ['https://e.com/a?q=%E7%94%B2&page=2', 'https://e.com/a?q=%E7%94%B2&page=2'],
  ['https://link.zhihu.com/?target=https%3A//e.com/b%3Fid%3D1%26utm_medium%3Dm', 'https://e.com/b?id=1'],
  ['https://www.google.com/url?q=https://e.com/c&sa=D&ust=1', 'https://e.com/c'],
  [
    'https://link.zhihu.com/?target=javascript%3Aalert(1)',
    'https://link.zhihu.com/?target=javascript%3Aalert(1)',
  ],
  ['mailto:a@e.com', 'mailto:a@e.com'],
])('%s', (address, expected) => {
  expect(plainAddress(address)).toBe(expected)
})
