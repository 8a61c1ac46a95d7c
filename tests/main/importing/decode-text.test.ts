import { expect, test } from 'vitest'
import { decodeText } from '../../../src/main/core/importing/decode-text.ts'

const text = '船厂的最后一个冬天\n河边的风从早上吹到傍晚,修船的人一直没有停手。'
const utf16 = Buffer.from(text, 'utf16le')
const swapped = Buffer.from(utf16).swap16()
// TextEncoder writes UTF-8 only; these are the same words in GB 18030, the first with a four-byte character.
const gb = Buffer.from('b4acb3a7b5c4d7eebaf3d2bbb8f6b6accceca1a3', 'hex')
const gb4 = Buffer.from('b4acb3a7b5c48139ef30d7eebaf3d2bbb8f6b6accceca1a3', 'hex')

test.each([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
  ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16le'],
  ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'utf-16be'],
  ['UTF-16 LE', utf16, 'utf-16le'],
  ['UTF-16 BE', swapped, 'utf-16be'],
])('reads %s', (_name, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ failure: null, text, encoding })
})

test('reads GB 18030', () => {
  expect(decodeText(gb)).toEqual({ failure: null, text: '船厂的最后一个冬天。', encoding: 'gb18030' })
  expect(decodeText(gb4)).toMatchObject({ failure: null, encoding: 'gb18030' })
})

test('reads UTF-16 of Latin text, whose every second byte is zero', () => {
  expect(decodeText(Buffer.from('Hello, world', 'utf16le'))).toMatchObject({
    text: 'Hello, world',
    encoding: 'utf-16le',
  })
})

test('believes the charset a page declares where the bytes fit it', () => {
  const page = (charset: string, bytes: Buffer) =>
    Buffer.concat([Buffer.from(`<meta charset="${charset}"><p>`), bytes])
  expect(decodeText(page('gb2312', gb))).toMatchObject({ encoding: 'gb18030' })
  expect(decodeText(page('big5', Buffer.from('a4a4a4e5', 'hex')))).toMatchObject({
    text: expect.stringContaining('中文'),
  })
  expect(decodeText(page('gbk', Buffer.from('中文')))).toMatchObject({ encoding: 'utf-8' })
  expect(decodeText(page('no-such-charset', Buffer.from('中文')))).toMatchObject({ encoding: 'utf-8' })
})

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['white space', Buffer.from(' \n\u3000 '), 'empty'],
  ['PDF', Buffer.from('%PDF-1.7 …'), 'binary'],
  ['a docx', Buffer.from('PK\x03\x04abc'), 'binary'],
  ['an old doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'binary'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'binary'],
  ['zeros', Buffer.alloc(1000), 'binary'],
  ['control characters', Buffer.from('abc\x01\x02\x03\x04def'), 'binary'],
  // The same words in Big5, Latin-1 and Shift_JIS, undeclared.
  ['Big5', Buffer.from('a6b3a4bba4d1aababcb6ab48a141a7daad71b5f9', 'hex'), 'unknown-encoding'],
  ['Latin-1', Buffer.from('Caf\xe9 \xe0 Paris, d\xe9j\xe0 vu', 'latin1'), 'unknown-encoding'],
])('refuses %s', (_name, bytes, failure) => {
  expect(decodeText(bytes)).toEqual({ failure })
})
