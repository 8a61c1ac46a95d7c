import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { documentProblem } from '#shared/document/check-document.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { htmlDocument } from '../../../src/main/core/importing/html-document.ts'
import { parseFile } from '../../../src/main/core/importing/parse-file.ts'
import { hasShared, sharedFile } from '../../helpers/shared-folder.ts'

const allowed: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    'p h2 h3 h4 blockquote hr br li div strong em u s figcaption pre figure'
      .split(' ')
      .map((tag) => [tag, []]),
  ),
  a: ['href', 'rel'],
  code: ['class'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
  input: ['type', 'disabled', 'checked', 'aria-hidden'],
  ol: ['start'],
  ul: ['class'],
}

/** What is in published HTML that must not be: elements, attributes, addresses. */
function intruders(html: string): string[] {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`)
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const attributes = allowed[element.localName]
    if (!attributes) return [`<${element.localName}>`]
    return [...element.attributes].flatMap(({ name, value }) => {
      if (!attributes.includes(name)) return [`${element.localName} ${name}`]
      if (name === 'href') return /^(https?:|mailto:|tel:)/i.test(value) ? [] : [`href ${value}`]
      if (name === 'src') return /^\.\.\/\.\.\/media\/[0-9a-f]{64}\.png$/.test(value) ? [] : [`src ${value}`]
      if (name === 'class')
        return /^(task-list|language-[a-z0-9+#._-]+)$/.test(value) ? [] : [`class ${value}`]
      return []
    })
  })
}

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
      [payload, `<p>甲</p>${payload}`, `<article><ul><li>${payload}`].flatMap((html) =>
        intruders(published(html)).map((found) => `${title}: ${found}`),
      ),
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
