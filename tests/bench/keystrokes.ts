import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Locator, type Page } from '@playwright/test'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import config from '../../playwright.config.ts'
import { openArticle } from '../e2e/article-page.ts'
import build from '../e2e/global-setup.ts'
import { type HostProcess, startHost } from '../e2e/start-host.ts'
import { connectClient } from '../helpers/connect-client.ts'
import { createCorpus, timings } from './generate.ts'
import { takePaints, takeShown, watchPaints, watchShown } from './paints.ts'
import { pair, type Report } from './report.ts'

const characters = 20_000
/** A quick typist; ms between keys. */
const pace = 60
const rounds = 3
/** Per round. Latin letters come as keys, the rest as an input method puts it in. */
const sentence =
  '这一段是在长稿中间写下的，Galley keeps every word, 逐字逐句都要立刻看得见。Then on, '.repeat(2)
const mark = 'QQQ'
const letters = 'abcdefghijklmnopqrstuvwxyz'.repeat(4)

/** Key to paint in a long article, next to an editable element without any program; then how far the preview is behind. */
export async function benchKeystrokes(report: Report): Promise<void> {
  build()
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-keys-'))
  const browser = await chromium.launch(config.use?.launchOptions)
  let host: HostProcess | undefined
  try {
    host = await startHost(join(folder, 'library'))
    const { locale, timezoneId, viewport } = config.use ?? {}
    const context = await browser.newContext({ locale, timezoneId, viewport })
    const doc = longDocument()
    const fields = { editor: await openEditor(context, host, doc), bare: await openBare(context, doc) }

    const paints = { editor: [] as number[], bare: [] as number[] }
    for (let round = 0; round <= rounds; round++) {
      for (const name of ['bare', 'editor'] as const) {
        const { page } = fields[name]
        await page.bringToFront()
        await clickMiddle(fields[name])
        await takePaints(page)
        await page.keyboard.type(sentence, { delay: pace })
        const taken = (await takePaints(page)).paints
        // The first round warms up both.
        if (round > 0) paints[name].push(...taken)
      }
    }
    report.section(`Editor with ${characters.toLocaleString('en')} characters, ${paints.editor.length} keys`)
    const floor = timings(paints.bare)
    const ours = timings(paints.editor)
    report.figure('bare contenteditable, key to paint, p50 / p95', pair(floor.p50, floor.p95))
    report.figure('editor, key to paint, p50 / p95', pair(ours.p50, ours.p95), {
      text: 'p95 under 16 ms',
      met: ours.p95 < 16,
    })
    const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} x`
    report.figure(
      'editor to bare, p50 / p95',
      `${ratio(ours.p50, floor.p50)} / ${ratio(ours.p95, floor.p95)}`,
    )
    const behind = timings(await previewLatencies(fields.editor))
    report.figure('preview behind the key, p50 / p95', pair(behind.p50, behind.p95), {
      text: 'p95 under 150 ms',
      met: behind.p95 < 150,
    })
  } finally {
    await browser.close()
    await host?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Field {
  page: Page
  body: Locator
}

/** Puts the caret into the paragraph in the middle, where most of the text lies below. */
async function clickMiddle({ body }: Field): Promise<void> {
  const paragraphs = body.locator('p')
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
}

async function openEditor(context: BrowserContext, host: HostProcess, doc: DocumentJson): Promise<Field> {
  const { client, close } = await connectClient(await host.issueAddress())
  const page = await context.newPage()
  await page.goto(await host.issueAddress())
  await page.waitForURL((url) => url.pathname === '/')
  const { editor } = await openArticle(page, client, { title: '长稿', doc })
  close()
  await watchPaints(page)
  return { page, body: editor.body }
}

async function openBare(context: BrowserContext, doc: DocumentJson): Promise<Field> {
  const page = await context.newPage()
  const html = renderDocumentHtml(doc, { mediaUrl: () => null })
  await page.setContent(
    `<!doctype html><style>div { max-width: 44rem; margin: auto; font-size: 17px; line-height: 1.8 }</style>
    <div contenteditable="true" role="textbox">${html}</div>`,
  )
  await watchPaints(page)
  return { page, body: page.getByRole('textbox') }
}

/** Types on with the preview open; ms from each key to the frame that shows its letter. */
async function previewLatencies(editor: Field): Promise<number[]> {
  const { page } = editor
  await page.bringToFront()
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await clickMiddle(editor)
  await page.keyboard.type(mark)
  const element = page.locator('iframe[title="页面预览"]')
  await element.contentFrame().getByText(mark).waitFor()
  const frame = await (await element.elementHandle())?.contentFrame()
  if (!frame) throw new Error('the preview has no frame')
  await watchShown(frame, mark)
  await takePaints(page)
  await page.keyboard.type(letters, { delay: pace })
  const shown = await takeShown(frame, letters.length)
  const { keys } = await takePaints(page)
  return keys.map(
    (at, index) => (shown.find(([length]) => length > index)?.[1] ?? Number.POSITIVE_INFINITY) - at,
  )
}

function longDocument(): DocumentJson {
  const corpus = createCorpus()
  const content: NodeJson[] = []
  let length = 0
  for (let index = 0; length < characters; index++) {
    for (const block of corpus.article(index).doc.content ?? []) {
      const text = (block.content?.[0]?.text ?? '').slice(0, characters - length)
      if (text === '') break
      content.push({ ...block, content: [{ type: 'text', text }] })
      length += text.length
    }
  }
  return { type: 'doc', content }
}
