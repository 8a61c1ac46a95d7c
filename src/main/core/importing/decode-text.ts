import type { ImportFailure } from '#shared/contract/importing.ts'
import { imageType } from '../media/image-type.ts'

export type DecodedText =
  | { failure: null; text: string; encoding: string }
  | { failure: Extract<ImportFailure, 'empty' | 'binary' | 'unknown-encoding'> }

const binarySignatures = [
  '%PDF-',
  'PK\x03\x04',
  'PK\x05\x06',
  '\xd0\xcf\x11\xe0',
  '\x1f\x8b',
  '7z\xbc\xaf',
  'Rar!',
  '\x7fELF',
  'MZ\x90',
  'ID3',
  'OggS',
  'RIFF',
  'SQLite format 3',
  '{\\rtf',
]

/** Brings a file's bytes into text: byte order mark, UTF-8, the charset an HTML page declares, UTF-16, GB18030. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return { failure: 'empty' }
  const start = latin1(bytes.subarray(0, 16))
  const picture = imageType(bytes)
  if (binarySignatures.some((signature) => start.startsWith(signature))) return { failure: 'binary' }
  if (picture !== null && picture !== 'image/svg+xml') return { failure: 'binary' }

  const marked = byteOrderMark(start)
  const found = marked ? decodeAs(bytes, marked) : detect(bytes)
  if (!found) {
    return { failure: looksBinary(bytes) ? 'binary' : 'unknown-encoding' }
  }
  if (found.text.includes('\0') || controlShare(found.text) > 0.02) return { failure: 'binary' }
  return found.text.trim() === '' ? { failure: 'empty' } : { failure: null, ...found }
}

interface Found {
  text: string
  encoding: string
}

function detect(bytes: Uint8Array): Found | undefined {
  const hasNull = bytes.includes(0)
  const utf8 = hasNull ? undefined : decodeAs(bytes, 'utf-8')
  if (utf8) return utf8
  const declared = declaredCharset(bytes)
  const asDeclared = declared && !hasNull ? decodeAs(bytes, declared) : undefined
  if (asDeclared) return asDeclared
  const candidates = hasNull ? ['utf-16le', 'utf-16be'] : ['gb18030', 'utf-16le', 'utf-16be']
  let best: (Found & { score: number }) | undefined
  for (const encoding of candidates) {
    if (encoding !== 'gb18030' && bytes.length % 2 === 1) continue
    const found = decodeAs(bytes, encoding)
    const score = found ? plausibility(found.text) : 0
    if (found && score >= 0.7 && score > (best?.score ?? 0)) best = { ...found, score }
  }
  return best && { text: best.text, encoding: best.encoding }
}

function decodeAs(bytes: Uint8Array, encoding: string): Found | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return undefined
  }
}

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

function byteOrderMark(start: string): string | undefined {
  if (start.startsWith('\xef\xbb\xbf')) return 'utf-8'
  if (start.startsWith('\xff\xfe') && !start.startsWith('\xff\xfe\0\0')) return 'utf-16le'
  return start.startsWith('\xfe\xff') ? 'utf-16be' : undefined
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 4096))
  const label = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1]?.toLowerCase()
  if (!label || /^utf-?(7|8|16|32)/.test(label)) return undefined
  // GB18030 holds the older two entirely.
  return /^(gb2312|gbk|x-gbk|gb_2312-80|chinese)$/.test(label) ? 'gb18030' : label
}

let common: Set<string> | undefined

/** The 3,755 most used characters: row 16 to 55 of GB 2312, which its own table gives us. */
function commonCharacters(): Set<string> {
  if (common) return common
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell)
  }
  common = new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)))
  return common
}

/** How far a text looks like Chinese writing and not like another encoding read wrongly, 0 to 1. */
function plausibility(text: string): number {
  const known = commonCharacters()
  let good = 0
  let total = 0
  let plain = 0
  for (const char of text.length > 100_000 ? text.slice(0, 100_000) : text) {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) {
      plain++
      continue
    }
    total++
    if (known.has(char) || /[\u3000-\u3017\uff01-\uff5e\u2010-\u2027\u00b7\u00a0\u3040-\u30ff]/.test(char))
      good++
    else if (/\p{Unified_Ideograph}/u.test(char)) good += 0.3
  }
  return total === 0 ? (plain > 0 ? 1 : 0) : good / total
}

function controlShare(text: string): number {
  const sample = text.length > 100_000 ? text.slice(0, 100_000) : text
  return (sample.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]/g)?.length ?? 0) / sample.length
}

const looksBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 100_000)
  let control = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++
  return control > sample.length * 0.02
}
