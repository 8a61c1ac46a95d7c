import { readFileSync } from 'node:fs'
import { documentProblem } from '#shared/document/check-document.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { intruders } from '../helpers/intruders.ts'
import { hasShared, sharedFile } from '../helpers/shared-folder.ts'
import { openArticle } from './article-page.ts'
import { expect, test } from './fixtures.ts'

interface Vector {
  title: string
  payload: string
}

const files = ['corpora/dompurify.json', 'corpora/h5sc.json']
const vectors: Vector[] = files.every(hasShared)
  ? files.flatMap((file) => JSON.parse(readFileSync(sharedFile(file), 'utf8')))
  : []

test('nothing of a hostile paste runs or stays, in the text and in its preview', async ({
  desk: { page, client },
}) => {
  test.skip(vectors.length === 0, 'the corpora are not here')
  test.setTimeout(180_000)
  const alarms: string[] = []
  page.on('dialog', (dialog) => {
    alarms.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => alarms.push(`error ${error.message}`))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') alarms.push(`request ${request.url()}`)
  })
  const { editor } = await openArticle(page, client, { title: '来者不善' })
  await editor.body.click()
  const found = await editor.body.evaluate((body, all) => {
    const view = Object.entries(body).find(([name]) => name === 'editor')?.[1]
    const paste = (html: string) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }
    return all.map(({ title, payload }) => {
      view.commands.clearContent()
      paste(payload)
      paste(`<p>甲</p>${payload}`)
      paste(`<table><tr><td>甲</td><td>${payload}</td></tr></table>`)
      paste(`<p data-pm-slice="0 0 []">${payload}</p>`)
      const unsafe = [...body.querySelectorAll('*')].flatMap((element) => [
        ...(/^(script|iframe|object|embed|form|meta|link|base|style|frame)$/.test(element.localName)
          ? [`<${element.localName}>`]
          : []),
        ...[...element.attributes].flatMap(({ name, value }) =>
          /^on|^srcdoc$/i.test(name) || /^[\s\p{Cc}]*(javascript|vbscript|data:text)/iu.test(value)
            ? [`${element.localName} ${name}=${value}`]
            : [],
        ),
      ])
      return { title, unsafe, doc: view.getJSON() as DocumentJson }
    })
  }, vectors)

  expect(found.filter(({ unsafe }) => unsafe.length > 0).map(({ title, unsafe }) => [title, unsafe])).toEqual(
    [],
  )
  for (const { title, doc } of found) {
    expect(documentProblem(doc), title).toBeNull()
    const html = renderDocumentHtml(doc, { mediaUrl: (id) => `../../media/${id}.png` })
    // A forged copy of our own keeps relative addresses, as a true one does; they run nothing.
    const found = intruders(html).filter((intruder) => !/^href (?![a-z][a-z0-9+.-]*:)/i.test(intruder))
    expect(found, title).toEqual([])
  }

  // All of it at once, in the preview of the real page.
  const content = found.flatMap(({ doc }) => doc.content ?? [])
  const whole = await client.articles.create({ title: '全部', doc: { type: 'doc', content } })
  await page.goto(new URL(`/#/articles/${whole.id}`, page.url()).href)
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const preview = page.frameLocator('iframe[title="页面预览"]')
  await expect(preview.getByRole('heading', { level: 1 })).toBeVisible()
  expect(alarms).toEqual([])
})
