import { describe, expect, it } from 'vitest'
import { documentProblem, emptyDocument } from '#shared/document/check-document.ts'
import type { NodeJson } from '#shared/document/document-json.ts'

const withBlock = (block: NodeJson) => ({ type: 'doc', content: [block] })
const linked = (href: unknown) =>
  withBlock({
    type: 'paragraph',
    content: [{ type: 'text', text: '甲', marks: [{ type: 'link', attrs: { href } }] }],
  })

describe('documentProblem', () => {
  it('accepts what the schema allows', () => {
    expect(documentProblem(emptyDocument)).toBeNull()
    expect(documentProblem(linked('https://example.com/a?b=c'))).toBeNull()
    expect(documentProblem(linked('../about.html'))).toBeNull()
  })

  it.each([
    ['an unknown node', withBlock({ type: 'iframe' })],
    ['a document without blocks', { type: 'doc', content: [] }],
    ['a heading of level 1', withBlock({ type: 'heading', attrs: { level: 1 } })],
    ['text directly in the document', withBlock({ type: 'text', text: '甲' })],
    ['empty text', withBlock({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
    ['an unsafe link', linked('javascript:alert(1)')],
    ['a link that hides its scheme', linked('java\tscript:alert(1)')],
    ['a link without an address', linked(undefined)],
    ['a picture with a path', withBlock({ type: 'image', attrs: { media: '../../etc/passwd' } })],
    ['a picture from a script', withBlock({ type: 'image', attrs: { source: 'javascript:alert(1)' } })],
    ['a code language with markup', withBlock({ type: 'codeBlock', attrs: { language: '"><x' } })],
    ['a paragraph', { type: 'paragraph' }],
    ['nothing', null],
  ])('refuses %s', (_name, json) => {
    expect(documentProblem(json)).toEqual(expect.any(String))
  })
})
