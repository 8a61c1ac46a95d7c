import { expect, it } from 'vitest'
import { plainText, usedMedia } from '#shared/document/plain-text.ts'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const media = 'c'.repeat(64)
const doc = {
  type: 'doc',
  content: [
    paragraph('第一段'),
    { type: 'blockquote', content: [paragraph('引文'), paragraph('又一段')] },
    { type: 'image', attrs: { media, caption: '图注' } },
    {
      type: 'paragraph',
      content: [{ type: 'text', text: '上' }, { type: 'hardBreak' }, { type: 'text', text: '下' }],
    },
    { type: 'image', attrs: { media } },
    { type: 'pullQuote', attrs: { attribution: '林知' }, content: [paragraph('金句')] },
  ],
}

it('puts each text block, captions and who is quoted on a line of its own', () => {
  expect(plainText(doc)).toBe('第一段\n引文\n又一段\n图注\n上\n下\n金句\n林知')
})

it('names each media file once', () => {
  expect(usedMedia(doc)).toEqual([media])
})
