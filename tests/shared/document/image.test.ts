import { parseHTML } from 'linkedom'
import { DOMParser } from 'prosemirror-model'
import { expect, it } from 'vitest'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { schema } from '#shared/document/schema.ts'

function parse(html: string): DocumentJson['content'] {
  const { body } = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document
  const dom = body as unknown as Parameters<DOMParser['parse']>[0]
  return DOMParser.fromSchema(schema).parse(dom).toJSON().content
}

const media = 'a'.repeat(64)

it('reads a picture with its caption', () => {
  const html = `<figure><img data-media="${media}" alt="图" width="8" height="6"><figcaption> 说明 </figcaption></figure>`
  const attrs = {
    media,
    source: null,
    alt: '图',
    caption: '说明',
    width: 8,
    height: 6,
    align: null,
    span: null,
  }
  expect(parse(html)).toEqual([{ type: 'image', attrs }])
})

it.each([
  ['no address', '<img alt="图">'],
  ['an unsafe address', '<img src="javascript:alert(1)">'],
  ['no picture', ''],
])('makes no picture of a figure with %s; its caption stays as text', (_what, img) => {
  expect(parse(`<figure>${img}<figcaption>说明</figcaption></figure>`)).toEqual([
    { type: 'paragraph', attrs: { align: null }, content: [{ type: 'text', text: '说明' }] },
  ])
})
