import { readFileSync } from 'node:fs'
import { documentProblem } from '#shared/document/check-document.ts'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Client } from '../helpers/connect-client.ts'
import { intruders } from '../helpers/intruders.ts'
import { publishAll } from '../helpers/publish-all.ts'
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

declare global {
  interface Window {
    unsafeIn: (root: Element) => string[]
  }
}

/** Elements and attributes that could run something; also as text, for a page that calls it often. */
const unsafeIn = (root: Element): string[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(/^(script|iframe|object|embed|form|meta|link|base|style|frame)$/.test(element.localName)
      ? [`<${element.localName}>`]
      : []),
    ...[...element.attributes].flatMap(({ name, value }) =>
      /^on|^srcdoc$/i.test(name) || /^[\s\p{Cc}]*(javascript|vbscript|data:text)/iu.test(value)
        ? [`${element.localName} ${name}=${value}`]
        : [],
    ),
  ])

test('nothing hostile runs or stays, pasted, imported or bundled, in the text, its preview and its page', async ({
  desk: { page, client, libraryFolder },
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
  await page.evaluate(`window.unsafeIn = ${unsafeIn}`)
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
      return { title, unsafe: window.unsafeIn(body), doc: view.getJSON() as DocumentJson }
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

  // All of it at once, by each way in: in the text, in the preview and in the page as readers open it.
  const content = found.flatMap(({ doc }) => doc.content ?? [])
  const pasted = await client.articles.create({ title: '粘贴', doc: { type: 'doc', content } })
  const html = vectors.map(({ payload }) => payload).join('\n<hr>\n')
  const { batchId } = await client.importing.inspect({
    files: [new File([`<html><body>${html}</body></html>`], '文件.html', { type: 'text/html' })],
  })
  let imported: ArticleId[] = []
  for await (const { created } of await client.importing.commit({ batchId, items: [{ index: 0 }] }))
    imported = created
  expect(imported).toHaveLength(1)
  const bundled = await throughBundle(client, content)

  const { targetId } = await publishAll(client, { folder: `${libraryFolder}-site` })
  const { url: site } = await client.server.start({ targetId })
  const desk = page.url()
  for (const id of [pasted.id, ...imported, bundled]) {
    await page.goto(new URL(`/#/articles/${id}`, desk).href)
    // An expectation would describe the whole window at every look, which takes seconds with a text like this.
    await editor.body.filter({ hasText: /\S/ }).waitFor()
    expect(await editor.body.evaluate(unsafeIn)).toEqual([])
    const preview = page.frameLocator('iframe[title="页面预览"]')
    await page.getByRole('button', { name: '预览', exact: true }).click()
    await preview.getByRole('heading', { level: 1 }).waitFor()
    const { path } = await client.publishing.address({ articleId: id })
    await page.goto(new URL(path ?? '', site ?? '').href)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.locator('[data-body]').evaluate(unsafeIn)).toEqual([])
  }
  expect(alarms).toEqual([])
})

/** An article with hostile words in every field, as another machine would send it: it is known here no more. */
async function throughBundle(client: Client, content: readonly NodeJson[]): Promise<ArticleId> {
  const words = vectors
    .map(({ payload }) => payload)
    .join(' ')
    .slice(0, 200)
  const { id } = await client.articles.create({
    title: words,
    dek: words,
    byline: words.slice(0, 120),
    sourceName: words,
    coverAlt: words,
    doc: { type: 'doc', content: [...content] },
  })
  const bundle = await client.bundles.export({ articleId: id })
  await client.articles.trash({ ids: [id] })
  await client.articles.deleteForever({ ids: [id] })
  const merged = await client.bundles.merge({ file: bundle })
  return merged.articleId
}
