import { describe, expect, it } from 'vitest'
import { safeUrl } from '#shared/document/safe-url.ts'

describe('safeUrl', () => {
  it.each([
    'https://example.com/',
    'HTTP://example.com',
    'mailto:a@example.com',
    'tel:+861234',
    '#top',
    '/a',
    'a/b?c=d:e',
    '中文.html',
  ])('keeps %j', (url) => expect(safeUrl(url)).toBe(url))

  it('trims and drops control characters, as browsers do', () => {
    expect(safeUrl('  https://exa\nmple.com/ ')).toBe('https://example.com/')
  })

  it.each([
    'javascript:alert(1)',
    ' java\u0000script:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:image/svg+xml,x',
    'blob:https://x',
    'file:///etc/passwd',
    'ftp://example.com',
    '//example.com',
    '\\\\server\\share',
    'javascript\u00a0:x',
    '',
    42,
    null,
  ])('refuses %j', (url) => expect(safeUrl(url)).toBeNull())
})
