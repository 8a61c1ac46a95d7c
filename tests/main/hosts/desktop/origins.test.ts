import { expect, test } from 'vitest'
import { isAppFrame, isOfOrigin, previewOrigin } from '../../../../src/main/hosts/desktop/origins.ts'

test('a port is taken from the window’s own document only', () => {
  expect(isAppFrame({ url: 'app://galley/', parent: null })).toBe(true)
  expect(isAppFrame({ url: 'app://galley/', parent: {} })).toBe(false)
  expect(isAppFrame({ url: 'app://galley.example/', parent: null })).toBe(false)
  expect(isAppFrame({ url: 'https://galley/', parent: null })).toBe(false)
  expect(isAppFrame({ url: 'galley-preview://site/index.html', parent: null })).toBe(false)
  expect(isAppFrame(null)).toBe(false)
})

test('origins are compared whole', () => {
  expect(isOfOrigin('galley-preview://site/2025/07/a.html?live', previewOrigin)).toBe(true)
  expect(isOfOrigin('galley-preview://site.example/a', previewOrigin)).toBe(false)
  expect(isOfOrigin('galley-preview://site:1/a', previewOrigin)).toBe(false)
  expect(isOfOrigin('not an address', previewOrigin)).toBe(false)
})
