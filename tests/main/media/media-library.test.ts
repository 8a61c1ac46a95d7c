import { existsSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ReplaceProgress } from '#shared/contract/media.ts'
import type { ArticleId, MediaId } from '#shared/model/ids.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { drawnPicture, movingGif, pictureFile } from '../../helpers/pictures.ts'
import { renditionsMade } from '../../helpers/renditions-made.ts'

let core: TestCore
let client: TestCore['client']
beforeEach(async () => {
  core = await createTestCore()
  client = core.client
})
afterEach(() => core.stop())

const upload = async (seed: number, name = `${seed}.png`, width = 60, height = 40) =>
  client.media.upload({ file: await pictureFile(drawnPicture(seed, width, height).png(), name) })
const withPictures = (...ids: string[]) => ({
  type: 'doc' as const,
  content: ids.map((media) => ({ type: 'image', attrs: { media, alt: '说明', width: 60, height: 40 } })),
})
const write = (content: { cover?: MediaId; pictures?: string[] }) =>
  client.articles.create({
    title: '配图的稿件',
    cover: content.cover ?? null,
    doc: withPictures(...(content.pictures ?? [])),
  })
async function replace(input: { from: MediaId; to: MediaId; articleIds?: ArticleId[] }) {
  let last: ReplaceProgress | undefined
  for await (const progress of await client.media.replace(input)) last = progress
  return last
}
const names = async (input: Parameters<typeof client.media.list>[0]) =>
  (await client.media.list(input)).items.map(({ fileName }) => fileName)

describe('the list', () => {
  test('finds by every word, sorts by age, size and use, and filters', async () => {
    const [a, b, c] = [await upload(1), await upload(2, '2.png', 300, 200), await upload(3)]
    await client.media.update({ id: a.id, changes: { alt: '大桥夜景', credit: '图/新华社' } })
    await write({ cover: a.id, pictures: [a.id, c.id] })
    await write({ pictures: [c.id] })
    expect(await names({ query: '夜景' })).toEqual(['1.png'])
    expect(await names({ query: '新华' })).toEqual(['1.png'])
    expect(await names({ sort: 'largest' })).toMatchObject(['2.png', expect.anything(), expect.anything()])
    expect(await names({ sort: 'mostUsed' })).toEqual(['3.png', '1.png', '2.png'])
    expect(await names({ filter: { only: 'unused' } })).toEqual(['2.png'])
    expect((await names({ filter: { only: 'missingAlt' } })).sort()).toEqual(['2.png', '3.png'])
    expect(await names({ filter: { kind: 'image/gif' } })).toEqual([])
    expect(await client.media.weigh({ ids: [a.id, b.id, a.id] })).toEqual({ bytes: a.bytes + b.bytes })
    await client.settings.update({ media: { pictureBudget: 10_000 } })
    expect(await names({ filter: { only: 'heavy' } })).toEqual(b.bytes > 10_000 ? ['2.png'] : [])
  })

  test('says where a picture is shown, the trash and kept versions included', async () => {
    const { id } = await upload(1)
    const article = await write({ cover: id, pictures: [id] })
    await client.revisions.keep({ articleId: article.id })
    await client.articles.trash({ ids: [article.id] })
    expect(await client.media.usage({ id })).toEqual({
      articles: [
        {
          id: article.id,
          title: '配图的稿件',
          state: 'draft',
          trashed: true,
          inBody: true,
          asCover: true,
          onSite: false,
        },
      ],
      versions: 1,
      inTemplates: false,
    })
  })
})

describe('replace', () => {
  test('changes documents and covers, keeps the versions before, and is undone the other way round', async () => {
    const [from, to] = [await upload(1), await upload(2, 'other.png', 90, 50)]
    const first = await write({ cover: from.id, pictures: [from.id, to.id] })
    const second = await write({ pictures: [from.id] })
    const untouched = await write({ pictures: [to.id] })
    expect(await replace({ from: from.id, to: to.id })).toEqual({
      done: 2,
      total: 2,
      articleIds: [first.id, second.id],
    })
    const changed = await client.articles.get({ id: first.id })
    expect(changed).toMatchObject({ cover: to.id, version: 2 })
    expect(changed.doc.content?.[0]?.attrs).toMatchObject({
      media: to.id,
      width: 90,
      height: 50,
      alt: '说明',
    })
    const [kept] = await client.revisions.list({ articleId: first.id })
    expect(kept).toMatchObject({ reason: 'before_restore', articleVersion: 1 })
    expect((await client.revisions.get({ id: kept?.id ?? (first.id as never) })).content.cover).toBe(from.id)

    await replace({ from: to.id, to: from.id, articleIds: [second.id] })
    expect((await client.articles.get({ id: second.id })).doc.content?.[0]?.attrs?.media).toBe(from.id)
    expect((await client.articles.get({ id: untouched.id })).version).toBe(1)
  })

  test('undone, an article that showed both pictures is exactly what it was, unless it was edited since', async () => {
    const [from, to] = [await upload(1), await upload(2, 'other.png', 90, 50)]
    const both = [to.id, from.id, to.id, from.id]
    const written = [
      await write({ cover: to.id, pictures: both }),
      await write({ cover: from.id, pictures: both }),
      await write({ cover: to.id, pictures: [from.id] }),
      await write({ cover: from.id, pictures: [to.id] }),
      await write({ pictures: both }),
    ]
    const articleIds = written.map(({ id }) => id)
    const shown = (id: ArticleId) => client.articles.get({ id }).then(({ doc, cover }) => ({ doc, cover }))
    await replace({ from: from.id, to: to.id })
    const edited = written.pop()?.id as ArticleId
    await client.articles.save({
      id: edited,
      baseVersion: 2,
      changes: { doc: withPictures(to.id, to.id, to.id) },
    })
    const sinceEdited = await client.articles.get({ id: edited })

    const progress = await replace({ from: to.id, to: from.id, articleIds })
    expect(progress?.articleIds).toEqual(written.map(({ id }) => id))
    for (const { id, doc, cover } of written) expect(await shown(id)).toEqual({ doc, cover })
    expect(await client.articles.get({ id: edited })).toEqual(sinceEdited)
  })

  test('undone, an article that showed both pictures once but no more goes back as well', async () => {
    const [from, to] = [await upload(1), await upload(2)]
    const { id } = await write({ pictures: [from.id, to.id] })
    await replace({ from: from.id, to: to.id })
    await client.articles.save({ id, baseVersion: 2, changes: { doc: withPictures(from.id) } })
    await replace({ from: from.id, to: to.id })
    await replace({ from: to.id, to: from.id, articleIds: [id] })
    expect((await client.articles.get({ id })).doc.content?.map(({ attrs }) => attrs?.media)).toEqual([
      from.id,
    ])
  })

  test('stops when nobody listens any more', async () => {
    const [from, to] = [await upload(1), await upload(2)]
    await write({ pictures: [from.id] })
    await write({ pictures: [from.id] })
    for await (const { done } of await client.media.replace({ from: from.id, to: to.id }))
      if (done === 1) break
    expect(await client.media.usage({ id: from.id })).toMatchObject({ articles: [{}] })
  })
})

test('delete removes what nothing shows, files too, and keeps what a version or an article shows', async () => {
  await core.core.start()
  const [used, kept, unused] = [await upload(1), await upload(2), await upload(3)]
  await renditionsMade(client)
  const article = await write({ pictures: [used.id, kept.id] })
  await client.revisions.keep({ articleId: article.id })
  await client.articles.save({
    id: article.id,
    baseVersion: 1,
    changes: { doc: withPictures(used.id) },
  })
  const fileOf = (id: string) => {
    const { body } = core.core.serving.media(id)
    return typeof body === 'object' && 'file' in body ? body.file : ''
  }
  const files = [fileOf(unused.id), fileOf(`${unused.id}/thumbnail`)]
  expect(files.every((file) => existsSync(file))).toBe(true)
  expect(await client.media.delete({ ids: [used.id, kept.id, unused.id] })).toEqual({
    deleted: [unused.id],
    kept: [used.id, kept.id],
  })
  expect(files.some((file) => existsSync(file))).toBe(false)
  expect(existsSync(fileOf(kept.id))).toBe(true)
  await expect(client.media.get({ id: unused.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })

  await client.articles.trash({ ids: [article.id] })
  await client.articles.deleteForever({ ids: [article.id] })
  expect((await client.media.delete({ ids: [used.id, kept.id] })).deleted).toHaveLength(2)
})

describe('edit', () => {
  /** Red, green / blue, white. */
  const quarters = Buffer.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255])
  const corners = async (id: MediaId) => {
    const { body } = core.core.serving.media(id)
    const { data, info } = await sharp(typeof body === 'object' && 'file' in body ? body.file : '')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const names: Record<string, string> = {
      '255,0,0': 'r',
      '0,255,0': 'g',
      '0,0,255': 'b',
      '255,255,255': 'w',
    }
    let text = ''
    for (let at = 0; at < data.length; at += info.channels)
      text += names[[...data.subarray(at, at + 3)].join()] ?? '?'
    return text
  }
  const original = async () =>
    client.media.upload({
      file: await pictureFile(sharp(quarters, { raw: { width: 2, height: 2, channels: 3 } }).png(), 'q.png'),
    })

  test.each([
    [{ rotate: 90 as const }, 'brwg'],
    [{ rotate: 90 as const, flipX: true }, 'rbgw'],
    [{ rotate: 270 as const, flipY: true }, 'rbgw'],
    [{ flipY: true }, 'bwrg'],
    [{ crop: { x: 0.5, y: 0, width: 0.5, height: 1 } }, 'gw'],
    [{ rotate: 180 as const, crop: { x: 0, y: 0, width: 1, height: 0.5 } }, 'wb'],
  ])('%j', async (edit, expected) => {
    const { id } = await original()
    await client.media.update({ id, changes: { alt: '四色', credit: '图/本刊' } })
    const made = await client.media.edit({ id, edit })
    expect(await corners(made.id)).toBe(expected)
    expect(made).toMatchObject({ derivedFrom: id, alt: '四色', credit: '图/本刊', fileName: 'q.png' })
    expect(await corners(id)).toBe('rgbw')
  })

  test('is refused for drawings and animations', async () => {
    await core.core.start()
    const moving = await client.media.upload({ file: await pictureFile(movingGif(), 'a.gif') })
    await renditionsMade(client)
    const refused = { code: 'INVALID', data: { reason: 'not-editable' } }
    await expect(client.media.edit({ id: moving.id, edit: { rotate: 90 } })).rejects.toMatchObject(refused)
  })
})

test('duplicates are pictures that look the same, whatever their size and format', async () => {
  await core.core.start()
  const file = async (image: Sharp, name: string) =>
    client.media.upload({ file: await pictureFile(image, name) })
  const large = await file(drawnPicture(1, 600, 400).png(), 'large.png')
  const small = await file(drawnPicture(1, 600, 400).resize(300).jpeg({ quality: 60 }), 'small.jpg')
  for (let seed = 2; seed < 12; seed++) await file(drawnPicture(seed, 150, 100).webp(), `${seed}.webp`)
  await file(sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } }).png(), 'grey.png')
  await file(
    sharp({ create: { width: 61, height: 40, channels: 3, background: '#888' } }).png(),
    'grey too.png',
  )
  const cropped = await client.media.edit({
    id: large.id,
    edit: { crop: { x: 0, y: 0, width: 0.99, height: 0.99 } },
  })
  await renditionsMade(client)
  const groups = await client.media.duplicates()
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([[large.id, small.id]])
  expect(cropped.derivedFrom).toBe(large.id)
})
