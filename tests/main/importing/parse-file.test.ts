import { expect, test } from 'vitest'
import { plainText } from '#shared/document/plain-text.ts'
import { headingsOf } from '../../../src/main/core/importing/document-builder.ts'
import { parseFile } from '../../../src/main/core/importing/parse-file.ts'

const parse = (bytes: Uint8Array | string, fileName = 'a.txt') =>
  parseFile(Buffer.from(bytes as string), fileName, { timeZone: 'Asia/Shanghai' })

test('takes a plain text: the first line is the title', () => {
  const result = parse('船厂的冬天\n\n　　风吹了一天。\n\n老船厂\n\n只剩下一班人。\n还有二十个名字。\n')
  if (result.failure !== null) throw new Error(result.failure)
  expect(result).toMatchObject({ encoding: 'utf-8', article: { format: 'text', title: '船厂的冬天' } })
  expect(plainText(result.article.doc)).toBe('风吹了一天。\n老船厂\n只剩下一班人。\n还有二十个名字。')
  expect(headingsOf(result.article.doc)).toEqual(['老船厂'])
})

test('keeps a first line that is too long to be a title in the body', () => {
  const line = `风吹了一天。${'修船的人没有停手,'.repeat(20)}`
  const result = parse(line)
  expect(result).toMatchObject({ article: { title: '风吹了一天' } })
  expect(result.failure === null && plainText(result.article.doc)).toBe(line)
})

test.each([
  ['credits', '图源:网络'],
  ['sentences', '风停了。'],
  ['quoted sentences', '“风停了。”'],
  ['addresses', 'https://e.com/a'],
  ['signs', '***'],
])('takes no %s for headings', (_name, line) => {
  const result = parse(`题目\n\n正文。\n\n${line}\n\n正文。`)
  expect(result.failure === null && headingsOf(result.article.doc)).toEqual([])
})

test('knows a page and Markdown by content and by name', () => {
  expect(parse('<!doctype html><title>题</title><p>正文</p>', 'a.txt')).toMatchObject({
    article: { format: 'html' },
  })
  expect(parse('**正文**', 'a.MD')).toMatchObject({ article: { format: 'markdown', title: 'a' } })
})

test('names a page without a title after its file', () => {
  expect(parse('<html><body><img src="https://e.com/a.png"></body></html>', '图集.html')).toMatchObject({
    failure: null,
    article: { title: '图集' },
  })
})

test.each([
  ['only a title', '船厂的冬天', 'a.txt', 'no-content'],
  ['a page that only runs', '<html><script>1</script></html>', 'a.html', 'no-content'],
  ['nothing', '', 'a.md', 'empty'],
  ['a PDF called text', '%PDF-1.4', 'a.txt', 'binary'],
  ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 'a.txt', 'too-large'],
])('refuses %s', (_name, bytes, fileName, failure) => {
  expect(parse(bytes, fileName)).toMatchObject({ failure })
})
