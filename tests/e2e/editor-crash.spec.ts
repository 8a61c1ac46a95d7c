import type { BrowserContext, Page } from '@playwright/test'
import type { ArticleId } from '#shared/model/ids.ts'
import { type Client, connectClient } from '../helpers/connect-client.ts'
import { articlePage, documentOf, openArticle, showArticle } from './article-page.ts'
import { test as base, expect } from './fixtures.ts'
import { type HostProcess, startHost } from './start-host.ts'

const test = base.extend<{ start: () => Promise<HostProcess> }>({
  /** Starts a core on the spec's library; none outlives the spec. */
  start: async ({ libraryFolder }, use) => {
    const hosts: HostProcess[] = []
    await use(async () => {
      const host = await startHost(libraryFolder)
      hosts.push(host)
      return host
    })
    for (const host of hosts) await host.kill()
  },
})

// On the desktop the window goes with its core.
test.beforeEach(() => test.skip(test.info().project.name === 'desktop', 'the browser host alone'))

const stored = '存下的一句。'
const lost = '核心没了以后写的一句。'

async function openWindow(context: BrowserContext, host: HostProcess): Promise<Page> {
  const page = await context.newPage()
  await page.goto(await host.issueAddress())
  await page.waitForURL((url) => url.pathname === '/')
  return page
}

async function connected<Result>(
  host: HostProcess,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const { client, close } = await connectClient(await host.issueAddress())
  return use(client).finally(close)
}

const storedDoc = (host: HostProcess, id: ArticleId) =>
  connected(host, async (client) => (await client.articles.get({ id })).doc)

/** Writes a sentence that the core acknowledges, and another while the core is killed. */
async function writeThroughCrash(page: Page, host: HostProcess): Promise<ArticleId> {
  const { article, editor } = await connected(host, (client) => openArticle(page, client, { title: '崩溃' }))
  await editor.body.click()
  await page.keyboard.type(stored)
  await editor.isSaved()
  await page.keyboard.type(lost.slice(0, 3))
  const killed = host.kill()
  await page.keyboard.type(lost.slice(3))
  await killed
  await expect(page.getByRole('button', { name: '连接已断，未保存' })).toBeVisible()
  return article.id
}

/** What the window keeps of what no core has acknowledged. */
const journalText = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('galley-journal')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const asked = db.transaction('changes').objectStore('changes').getAll()
          asked.onerror = () => reject(asked.error)
          asked.onsuccess = () => {
            db.close()
            resolve(JSON.stringify(asked.result))
          }
        }
      }),
  )

test('text written while the core was killed is offered after a restart, never applied by itself', async ({
  context,
  start,
}) => {
  const host = await start()
  const window = await openWindow(context, host)
  const { origin } = new URL(window.url())
  const id = await writeThroughCrash(window, host)
  await expect.poll(() => journalText(window)).toContain(lost)
  await window.close()

  const again = await start()
  const page = await openWindow(context, again)
  expect(new URL(page.url()).origin, 'the same origin, hence the same storage').toBe(origin)
  // What was acknowledged is there; a save may have arrived without its answer.
  const before = await storedDoc(again, id)
  const kept = before.content?.[0]?.content?.[0]?.text ?? ''
  expect(kept).toContain(stored)
  expect(stored + lost).toContain(kept)

  await showArticle(page, { id })
  const dialog = page.getByRole('dialog', { name: '发现未保存的改动' })
  await expect(dialog.getByRole('table')).toContainText(lost.slice(3))
  await expect(articlePage(page).body).toHaveText(kept)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await storedDoc(again, id)).toEqual(before)

  await page.reload()
  await page.getByRole('button', { name: '恢复这些改动' }).click()
  await expect(articlePage(page).body).toHaveText(stored + lost)
  await articlePage(page).isSaved()
  expect(await storedDoc(again, id)).toEqual(documentOf(stored + lost))
})

test('a window that stayed open saves by itself once there is a core again', async ({ context, start }) => {
  const host = await start()
  const page = await openWindow(context, host)
  const id = await writeThroughCrash(page, host)
  const again = await start()
  // A start opens a window, whose session the browser shares with the one that was left.
  await openWindow(context, again)
  // It looks for a core every five seconds at least.
  await expect(page.getByRole('button', { name: '已保存' })).toBeVisible({ timeout: 20_000 })
  await expect(articlePage(page).body).toHaveText(stored + lost)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await storedDoc(again, id)).toEqual(documentOf(stored + lost))
})
