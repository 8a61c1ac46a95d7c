import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import config from '../../playwright.config.ts'
import { openArticle } from '../e2e/article-page.ts'
import build from '../e2e/global-setup.ts'
import { type HostProcess, startHost } from '../e2e/start-host.ts'
import { type Client, connectClient } from '../helpers/connect-client.ts'
import { bareTiptapScript } from './bare-tiptap.ts'
import { timings } from './generate.ts'
import { benchLongArticle } from './long-article.ts'
import { type Comment, richDocument } from './long-document.ts'
import { takePaints, takeShown, watchPaints, watchShown } from './paints.ts'
import { pair, type Report } from './report.ts'

/** Characters, and what a key may take at p95, ms; null where nothing was set. */
const sizes = [
  [2_000, 16],
  [20_000, 16],
  [100_000, 33],
] as const
/** A quick typist; ms between keys. */
const pace = 60
const rounds = 3
/** Per round. Latin letters come as keys, the rest as an input method puts it in. */
const sentence =
  '这一段是在长稿中间写下的，Galley keeps every word, 逐字逐句都要立刻看得见。Then on, '.repeat(2)
const mark = 'QQQ'
const letters = 'abcdefghijklmnopqrstuvwxyz'.repeat(4)

/**
 * Key to paint in articles of three lengths, next to two editors that hold the same and do nothing else; then how far
 * the preview is behind.
 */
export async function benchKeystrokes(report: Report): Promise<void> {
  build()
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-keys-'))
  const browser = await chromium.launch(config.use?.launchOptions)
  let host: HostProcess | undefined
  try {
    host = await startHost(join(folder, 'library'))
    const { client, close } = await connectClient(await host.issueAddress())
    const { locale, timezoneId, viewport } = config.use ?? {}
    const context = await browser.newContext({ locale, timezoneId, viewport })
    const pictures = await makePictures()
    const media = await uploadPictures(client, pictures)
    const sources = new Map(media.map((id, index) => [id, dataAddress(pictures[index])]))
    const tiptap = await bareTiptapScript()
    for (const [characters, goal] of sizes) {
      const { doc, comments } = richDocument(characters, media)
      const fields = {
        bare: await openBare(context, doc, sources),
        tiptap: await openTiptap(context, tiptap, doc, sources),
        editor: await openEditor(context, host, client, doc, comments),
      }
      await benchKeys(report, characters, goal, fields)
      // Carets that blink in other long texts would be drawn beside what follows.
      await fields.bare.page.close()
      await fields.tiptap.page.close()
      if (characters === 20_000) await benchPreview(report, fields.editor)
      if (characters === 100_000) await benchLongArticle(report, { page: fields.editor.page, client })
      await fields.editor.page.close()
    }
    close()
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

type Fields = Record<'bare' | 'tiptap' | 'editor', Field>

async function benchKeys(report: Report, characters: number, goal: number, fields: Fields): Promise<void> {
  const names = ['bare', 'tiptap', 'editor'] as const
  const paints = { bare: [] as number[], tiptap: [] as number[], editor: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const { page } = fields[name]
      await page.bringToFront()
      await clickMiddle(fields[name])
      await takePaints(page)
      await page.keyboard.type(sentence, { delay: pace })
      const taken = (await takePaints(page)).paints
      // The first round warms up all.
      if (round > 0) paints[name].push(...taken)
    }
  }
  const [bare, tiptap, ours] = names.map((name) => timings(paints[name]))
  if (!bare || !tiptap || !ours) throw new Error('no keys')
  report.section(
    `Editor with ${characters.toLocaleString('en')} characters, 50 pictures, 20 tables, 200 comments; ${paints.editor.length} keys`,
  )
  report.figure('bare contenteditable with the same, p50 / p95', pair(bare.p50, bare.p95))
  report.figure('bare TipTap with the same, p50 / p95', pair(tiptap.p50, tiptap.p95))
  report.figure('editor, key to paint, p50 / p95', pair(ours.p50, ours.p95), {
    text: `p95 under ${goal} ms`,
    met: ours.p95 < goal,
  })
  const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} x`
  report.figure(
    'editor to bare TipTap, p50 / p95',
    `${ratio(ours.p50, tiptap.p50)} / ${ratio(ours.p95, tiptap.p95)}`,
    { text: 'at most 2 x', met: ours.p95 <= 2 * tiptap.p95 },
  )
}

async function benchPreview(report: Report, editor: Field): Promise<void> {
  const behind = timings(await previewLatencies(editor))
  report.figure('preview behind the key, p50 / p95', pair(behind.p50, behind.p95), {
    text: 'p95 under 150 ms',
    met: behind.p95 < 150,
  })
}

/** Puts the caret into the paragraph in the middle, where most of the text lies below. */
async function clickMiddle({ body }: Field): Promise<void> {
  const paragraphs = body.locator(':scope > p')
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
}

const makePictures = (): Promise<Buffer[]> =>
  Promise.all(
    [40, 90, 140, 190, 240].map((red) => {
      const picture = { width: 640, height: 360, channels: 3 as const, background: { r: red, g: 120, b: 90 } }
      return sharp({ create: picture }).webp().toBuffer()
    }),
  )

const dataAddress = (picture: Buffer = Buffer.alloc(0)) =>
  `data:image/webp;base64,${picture.toString('base64')}`

async function uploadPictures(client: Client, pictures: readonly Buffer[]): Promise<string[]> {
  const ids: string[] = []
  for (const [index, bytes] of pictures.entries()) {
    const file = new File([new Uint8Array(bytes)], `${index}.webp`, { type: 'image/webp' })
    ids.push((await client.media.upload({ file })).id)
  }
  return ids
}

async function openEditor(
  context: BrowserContext,
  host: HostProcess,
  client: Client,
  doc: DocumentJson,
  comments: readonly Comment[],
): Promise<Field> {
  const page = await context.newPage()
  await page.goto(await host.issueAddress())
  await page.waitForURL((url) => url.pathname === '/')
  const { article, editor } = await openArticle(page, client, { title: '长稿', doc })
  for (const { uid, quote } of comments)
    await client.comments.start({ articleId: article.id, uid, quote, text: '这里请再核实一遍。' })
  await watchPaints(page)
  return { page, body: editor.body }
}

const frame = (content: string) =>
  `<!doctype html><style>#text { max-width: 44rem; margin: auto; font-size: 17px; line-height: 1.8 } img { max-width: 100% } td, th { border: 1px solid }</style>${content}`

/** Addresses of pictures by the ids that an article names them with. */
type Sources = ReadonlyMap<string, string>

async function openBare(context: BrowserContext, doc: DocumentJson, sources: Sources): Promise<Field> {
  const page = await context.newPage()
  const html = renderDocumentHtml(doc, { mediaUrl: (id) => sources.get(id) ?? null })
  await page.setContent(frame(`<div id="text" contenteditable="true" role="textbox">${html}</div>`))
  await watchPaints(page)
  return { page, body: page.getByRole('textbox') }
}

async function openTiptap(
  context: BrowserContext,
  script: string,
  doc: DocumentJson,
  sources: Sources,
): Promise<Field> {
  const page = await context.newPage()
  await page.setContent(frame('<div id="text"></div>'))
  await page.addScriptTag({ content: script })
  await page.locator('#text').evaluate(
    (element, content) => {
      if (element instanceof HTMLElement) window.openBareTiptap(element, content)
    },
    withSources(doc, sources),
  )
  await watchPaints(page)
  return { page, body: page.locator('.tiptap') }
}

/** The document as TipTap's own nodes have it: pictures by address. */
const withSources = <Content extends NodeJson>(node: Content, sources: Sources): Content => ({
  ...node,
  ...(node.type === 'image' && { attrs: { ...node.attrs, src: sources.get(String(node.attrs?.media)) } }),
  ...(node.content && { content: node.content.map((child) => withSources(child, sources)) }),
})

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
