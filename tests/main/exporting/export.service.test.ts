import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportFormat } from '#shared/contract/exporting.ts'
import type { ArticleId, MediaId } from '#shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { buildDocument } from '../../helpers/factories/document.ts'
import { publishAll } from '../../helpers/publish-all.ts'

let folder: string
let core: TestCore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-out-'))
  core = await createTestCore()
})
afterEach(async () => {
  await core.stop()
  rmSync(folder, { recursive: true, force: true })
})

const upload = async () => {
  const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c33' } })
    .png()
    .toBuffer()
  return core.client.media.upload({ file: new File([new Uint8Array(png)], '图.png', { type: 'image/png' }) })
}
const picture = (media: MediaId) => ({
  type: 'image',
  attrs: { media, source: null, alt: '图', caption: '', width: 40, height: 20, align: null, span: null },
})
const withPicture = async () => {
  const { id } = await upload()
  const category = await core.client.categories.create({ name: '业界动态' })
  return core.client.articles.create(
    buildArticle({
      title: '配图',
      categoryId: category.id,
      cover: id,
      coverAlt: '封面',
      doc: buildDocument('一段', picture(id), picture(id)),
    }),
  )
}

const run = async (
  from: TestCore,
  ids: ArticleId[],
  format: ExportFormat,
  pictures: 'inside' | 'beside' = 'inside',
) => {
  const seen = []
  for await (const progress of await from.client.exporting.export({ articleIds: ids, format, pictures }))
    seen.push(progress)
  return seen
}
const fetched = (from: TestCore, address: string | null | undefined) => {
  const served = from.core.serving.exported(address?.replace('/exports/', '') ?? '')
  if (typeof served.body !== 'object' || !('file' in served.body)) throw new Error('not served')
  return { headers: served.headers, bytes: readFileSync(served.body.file) }
}

describe('an export', () => {
  it('is one file for an article without pictures beside it', async () => {
    const { id } = await core.client.articles.create(buildArticle({ title: '无图' }))
    const progress = await run(core, [id], 'markdown')
    expect(progress.at(-1)).toMatchObject({ done: 1, total: 1, file: { name: 'wu-tu.md', saved: null } })
    const { headers, bytes } = fetched(core, progress.at(-1)?.file?.download)
    expect(headers['content-disposition']).toContain('attachment')
    expect(bytes.toString()).toContain('## 为什么是现在')
  })

  it('is an archive with each picture once, and comes back whole into another library', async () => {
    const { id, cover, doc } = await withPicture()
    const file = (await run(core, [id], 'markdown')).at(-1)?.file
    expect(file?.name).toBe('pei-tu.zip')
    const entries = unzipSync(fetched(core, file?.download).bytes)
    expect(Object.keys(entries)).toEqual(['pei-tu.md', `media/${cover}.png`])
    expect(strFromU8(entries['pei-tu.md'] ?? new Uint8Array())).toContain(`![图](media/${cover}.png)`)

    await core.core.exportTo(folder, { articleIds: [id], format: 'markdown', pictures: 'beside' }, () => {})
    const other = await createTestCore()
    for await (const _ of other.core.importFiles([join(folder, 'pei-tu.md')]));
    const [summary] = (await other.client.articles.list({})).items
    const read = await other.client.articles.get({ id: summary?.id as ArticleId })
    expect(read).toMatchObject({ title: '配图', slug: 'pei-tu', cover, coverAlt: '封面' })
    expect(read.doc.content?.slice(1)).toEqual(doc.content?.slice(1))
    await other.stop()
  })

  it('has the time of publication where an editor set none', async () => {
    const article = await core.client.articles.create(buildArticle({ title: '发表', publishTime: null }))
    const dateOf = async () => {
      const file = (await run(core, [article.id], 'markdown')).at(-1)?.file
      return /^date: (.*)$/m.exec(fetched(core, file?.download).bytes.toString())?.[1]
    }
    expect(await dateOf()).toBeUndefined()

    const { version } = await core.client.articles.setState({
      id: article.id,
      baseVersion: article.version,
      state: 'approved',
    })
    await core.core.start()
    await publishAll(core.client, { folder: join(folder, 'site') })
    const { publishedAt } = await core.client.articles.get({ id: article.id })
    expect(Date.parse((await dateOf()) ?? '')).toBe(publishedAt)

    const publishTime = Date.UTC(2025, 6, 31, 3, 36)
    await core.client.articles.save({ id: article.id, baseVersion: version, changes: { publishTime } })
    expect(Date.parse((await dateOf()) ?? '')).toBe(publishTime)
  })

  it('puts pictures into a page, or beside it', async () => {
    const { id, cover } = await withPicture()
    const inside = (await run(core, [id], 'html')).at(-1)?.file
    expect(fetched(core, inside?.download).bytes.toString()).toContain('src="data:image/png;base64,')
    const beside = (await run(core, [id], 'html', 'beside')).at(-1)?.file
    const entries = unzipSync(fetched(core, beside?.download).bytes)
    expect(strFromU8(entries['pei-tu.html'] ?? new Uint8Array())).toContain(`src="media/${cover}.png"`)
  })

  it('of several articles is an archive, with progress; ending it early leaves nothing', async () => {
    const ids: ArticleId[] = []
    for (let index = 0; index < 30; index++)
      ids.push((await core.client.articles.create(buildArticle({ title: `第${index}篇` }))).id)
    const progress = await run(core, ids, 'docx')
    expect(progress.at(-1)).toMatchObject({ done: 30, file: { name: 'galley-articles.zip' } })
    expect(Object.keys(unzipSync(fetched(core, progress.at(-1)?.file?.download).bytes))).toHaveLength(30)
    expect(progress.length).toBeGreaterThan(3)

    const ending = new AbortController()
    const stream = await core.client.exporting.export(
      { articleIds: ids, format: 'docx' },
      { signal: ending.signal },
    )
    const seen = []
    for await (const step of stream) {
      seen.push(step)
      ending.abort()
    }
    expect(seen.every(({ file }) => file === null)).toBe(true)
  })

  it('goes where a dialog says, and nowhere when it is dismissed', async () => {
    let answer: string | null = join(folder, '自选.md')
    const desktop = await createTestCore({
      dialogs: { pickFolder: async () => null, pickFile: async () => answer },
    })
    const { id } = await desktop.client.articles.create(buildArticle())
    expect((await run(desktop, [id], 'markdown')).at(-1)?.file).toMatchObject({
      saved: answer,
      download: null,
    })
    expect(readFileSync(answer, 'utf8')).toContain('generator: Galley')
    answer = null
    expect(await run(desktop, [id], 'markdown')).toEqual([])
    await desktop.stop()
  })

  it('of a page needs a printer, and takes one article', async () => {
    const { id } = await core.client.articles.create(buildArticle({ title: '印', publishTime: 0 }))
    await expect(run(core, [id], 'pdf')).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'no-browser' },
    })
    await expect(run(core, [id, id], 'pdf')).rejects.toMatchObject({ data: { reason: 'one-article' } })
    const asked: string[] = []
    const printing = await createTestCore({
      printToPdf: async (address) => {
        asked.push(address)
        return Buffer.from('%PDF-1.4')
      },
    })
    const own = await printing.client.articles.create(buildArticle({ title: '印', publishTime: 0 }))
    const file = (await run(printing, [own.id], 'pdf')).at(-1)?.file
    expect(file).toMatchObject({ name: 'yin.pdf', bytes: 8 })
    expect(asked).toEqual(['/preview/1970/01/yin.html'])
    await printing.stop()
  })
})

it('a copy as HTML has nothing of Galley’s themes and its pictures inside', async () => {
  const { id } = await withPicture()
  const { html, text } = await core.client.exporting.html({ articleId: id })
  expect(html).toMatch(
    /^<p>一段<\/p>\n<figure><img src="data:image\/png;base64,[^"]+" alt="图" width="40" height="20"><\/figure>/,
  )
  expect(text).toContain('一段')
})

it('a copy for an account has small pictures of formats that it takes', async () => {
  const wide = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#3c3' } })
    .webp()
    .toBuffer()
  const { id: media } = await core.client.media.upload({ file: new File([new Uint8Array(wide)], 'w.webp') })
  const { id } = await core.client.articles.create(buildArticle({ doc: buildDocument(picture(media)) }))
  const { html, warnings } = await core.client.exporting.weChat({ articleId: id, style: 'press' })
  const data = /data:image\/jpeg;base64,([^"]+)/.exec(html)?.[1] ?? ''
  expect(await sharp(Buffer.from(data, 'base64')).metadata()).toMatchObject({ width: 1080, height: 540 })
  expect(warnings).toEqual([])
})
