import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documentProblem } from '#shared/document/check-document.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { htmlDocument } from '../../../src/main/core/importing/html-document.ts'
import { parseFile } from '../../../src/main/core/importing/parse-file.ts'
import { intruders } from '../../helpers/intruders.ts'
import { hasShared, sharedFile } from '../../helpers/shared-folder.ts'

/** Alone, and inside of every block that holds others. */
const wraps: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `<article><ul><li>${payload}`,
  (payload) =>
    `<p>甲</p>${payload}<table><tr><td>甲</td><td>${payload}</td></tr></table><details><summary>${payload}</summary>${payload}</details>`,
  (payload) =>
    `<aside class="callout callout-tip">${payload}</aside><div class="gallery"><figure>${payload}</figure></div><figure class="pull-quote"><blockquote>${payload}</blockquote></figure>
     <p>甲<sup class="footnote-ref"><a href="#fn-1">1</a></sup></p><section class="footnotes"><ol><li id="fn-1">${payload}</li></ol></section>`,
]

const published = (payload: string) => {
  const { doc } = htmlDocument(payload)
  expect(documentProblem(doc)).toBeNull()
  return renderDocumentHtml(doc, { mediaUrl: (id) => `../../media/${id}.png` })
}

test('the check itself sees what is wrong', () => {
  expect(
    intruders('<p onclick="1"><a href="javascript:1">x</a></p><svg></svg><img src="https://e.com/a.png">'),
  ).toEqual(['p onclick', 'href javascript:1', '<svg>', 'src https://e.com/a.png'])
})

describe.each(['dompurify', 'h5sc'])('%s', (name) => {
  const file = `corpora/${name}.json`
  const vectors: { title: string; payload: string }[] = hasShared(file)
    ? JSON.parse(readFileSync(sharedFile(file), 'utf8'))
    : []

  test.skipIf(vectors.length === 0)('nothing hostile survives', () => {
    const survivors = vectors.flatMap(({ title, payload }) =>
      wraps
        .map((wrap) => wrap(payload))
        .flatMap((html) => intruders(published(html)).map((found) => `${title}: ${found}`)),
    )
    expect(survivors).toEqual([])
  })

  test.skipIf(vectors.length === 0)('no file of it disturbs the import', () => {
    for (const { title, payload } of vectors) {
      for (const fileName of ['a.html', 'a.md', 'a.txt']) {
        const result = parseFile(Buffer.from(payload), fileName, { timeZone: 'UTC' })
        if (result.failure !== null) continue
        expect(documentProblem(result.article.doc), title).toBeNull()
        const html = renderDocumentHtml(result.article.doc, { mediaUrl: (id) => `../../media/${id}.png` })
        expect(intruders(html), title).toEqual([])
      }
    }
  })
})

test.each([
  ['divs', '<div>'],
  ['items', '<li>'],
  ['paragraphs', '<p>'],
  ['cells', '<td>'],
  ['quotes', '<blockquote>'],
  ['lists', '<ul><li>'],
  ['emphasis', '<b><i>'],
  ['unclosed pictures', '<img src='],
])('survives twenty thousand nested %s', (_name, tag) => {
  const result = parseFile(Buffer.from(`<p>正文</p>${tag.repeat(20_000)}x`), 'a.html', { timeZone: 'UTC' })
  expect(result.failure === null || ['unreadable', 'no-content'].includes(result.failure)).toBe(true)
})
