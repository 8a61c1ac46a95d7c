// npm run screenshots: draws the pictures of the README from the real program, on a fresh library with the sample.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import type { ArticleId } from '#shared/model/ids.ts'
import config from '../playwright.config.ts'
import build from '../tests/e2e/global-setup.ts'
import { startHost } from '../tests/e2e/start-host.ts'
import { type Client, connectClient } from '../tests/helpers/connect-client.ts'
import { jobSettled } from '../tests/helpers/publish-all.ts'

const folder = resolve(import.meta.dirname, '../resources/screenshots')
const size = { width: 1440, height: 900 }

const pictures = [
  ['editor', 'light'],
  ['library', 'light'],
  ['publishing', 'light'],
  ['analytics', 'dark'],
] as const
const languages = ['en', 'zh-CN'] as const

/** A desk in the middle of its day: the sample is published, one article edited since, one set for tomorrow. */
async function arrange(client: Client, libraryFolder: string): Promise<ArticleId> {
  await client.settings.update({ site: { title: '产品与研究', tagline: '慢一点，看清楚' } })
  await client.library.loadSample()
  const { items } = await client.articles.list({ sort: { by: 'views', direction: 'desc' } })
  const approved = items.filter(({ state }) => state === 'approved')
  const config = { kind: 'folder', folder: `${libraryFolder}-site` } as const
  const { id: targetId } = await client.targets.create({ name: 'example.com', config })
  const request = { kind: 'changed' } as const
  const { confirmation } = await client.publishing.plan({ targetId, request })
  const job = await client.publishing.publish({ targetId, request, confirmation })
  await jobSettled(client, job.id)
  await client.server.start({ targetId })

  // A title of one line, so that the text begins high up.
  const shown = approved.find(({ title }) => title.length <= 12)
  const edited = approved.find(({ id }) => id !== shown?.id)
  if (!shown || !edited) throw new Error('The sample has no approved articles')
  const { id, version } = await client.articles.get({ id: edited.id })
  await client.articles.save({ id, baseVersion: version, changes: { dek: `${edited.dek}（更新）` } })
  const waiting = items.find(({ state }) => state === 'in_review')
  if (waiting) {
    const approval = { id: waiting.id, baseVersion: waiting.version, state: 'approved' } as const
    const { version: baseVersion } = await client.articles.setState(approval)
    // Nine in the morning, in Shanghai.
    const at = new Date(Date.now() + 86_400_000).setUTCHours(1, 0, 0, 0)
    await client.publishing.schedule({ articleId: waiting.id, baseVersion, targetId, at })
  }
  return shown.id
}

const addresses = (article: ArticleId) => ({
  editor: `/#/articles/${article}`,
  library: '/#/library',
  publishing: '/#/publishing',
  analytics: '/#/analytics',
})

/** What the scene has asked for is all there, and its pictures and fonts. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, quiet)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, quiet)
        }).observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
    1_000,
  )
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      await document.fonts.ready
      await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
    })
  }
}

async function draw(browser: Browser, client: Client, address: string, article: ArticleId): Promise<void> {
  const context = await browser.newContext({
    viewport: size,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForURL((url) => url.pathname === '/')
  await page.getByRole('navigation').first().waitFor()
  for (const language of languages) {
    for (const [scene, colorScheme] of pictures) {
      await client.settings.update({ interface: { language, colorScheme } })
      await page.goto(new URL(addresses(article)[scene], page.url()).href)
      await page.reload()
      await page.locator(`html[lang="${language}"][data-mantine-color-scheme="${colorScheme}"]`).waitFor()
      await page.getByRole('heading', { level: 1 }).or(page.locator('.ProseMirror')).first().waitFor()
      if (scene === 'editor') {
        await page.locator('.ProseMirror').click({ position: { x: 8, y: 8 } })
        await page.keyboard.press('ControlOrMeta+Shift+P')
        await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
      }
      await settle(page)
      const file = join(folder, `${scene}-${colorScheme}-${language}.png`)
      const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
      const { size: bytes } = await sharp(picture).png({ palette: true, effort: 10 }).toFile(file)
      console.log(`${file} ${Math.round(bytes / 1000)} kB`)
    }
  }
  await context.close()
}

build()
await mkdir(folder, { recursive: true })
const libraryFolder = await mkdtemp(join(tmpdir(), 'galley-screenshots-'))
const host = await startHost(libraryFolder)
const browser = await chromium.launch(config.use?.launchOptions)
try {
  const { client, close } = await connectClient(await host.issueAddress())
  const article = await arrange(client, libraryFolder)
  await draw(browser, client, await host.issueAddress(), article)
  close()
} finally {
  await browser.close()
  await host.stop()
  await rm(libraryFolder, { recursive: true, force: true })
  await rm(`${libraryFolder}-site`, { recursive: true, force: true })
}
