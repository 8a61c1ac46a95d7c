import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import sharp, { type Sharp } from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../../src/main/core/database/migrate.ts'
import { migrations } from '../../../src/main/core/database/migrations/index.ts'
import { configure } from '../../../src/main/core/database/open-library.ts'
import { createMediaRepository } from '../../../src/main/core/media/media.repository.ts'
import { createMediaService, type MediaService } from '../../../src/main/core/media/media.service.ts'
import { createMediaListRepository } from '../../../src/main/core/media/media-list.repository.ts'
import { createPictureWorker, type PictureWorker } from '../../../src/main/core/media/picture-worker.ts'
import { createRenditionRepository } from '../../../src/main/core/media/rendition.repository.ts'
import { createRenditions } from '../../../src/main/core/media/renditions.ts'

let folder: string
let db: Database.Database
let media: MediaService
let worker: PictureWorker
let now = 1_000

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-media-'))
  db = new Database(join(folder, 'library.db'))
  configure(db)
  migrate(db, migrations)
  const clock = { now: () => now++, at: () => () => {} }
  worker = createPictureWorker()
  const common = { worker, libraryFolder: folder, announce: () => {}, clock }
  media = createMediaService({
    ...common,
    repository: createMediaRepository(db),
    renditions: createRenditions({
      ...common,
      repository: createRenditionRepository(db),
      logger: pino({ level: 'silent' }),
    }),
  })
})
afterEach(async () => {
  await worker.stop()
  db.close()
  rmSync(folder, { recursive: true })
})

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#369' } })
const upload = (bytes: Uint8Array<ArrayBuffer> | string, name = 'a.png') =>
  media.upload(new File([bytes], name))
const bytesOf = async (image: Sharp) => new Uint8Array(await image.toBuffer())
const reason = (code: string, value: string) =>
  expect.objectContaining({ code, data: expect.objectContaining({ reason: value }) })

test('stores a picture by content, with its size', async () => {
  const bytes = await bytesOf(picture(30, 20).png())
  const stored = await upload(bytes, 'C:\\图\\封面.png')
  const sha = createHash('sha256').update(bytes).digest('hex')
  expect(stored).toMatchObject({ id: sha, fileName: '封面.png', mime: 'image/png', width: 30, height: 20 })
  const file = media.mediaFile(sha)
  expect(file).toMatchObject({ mime: 'image/png', fileName: `${sha}.png` })
  expect(file?.path).toBe(join(folder, 'media', sha.slice(0, 2), `${sha}.png`))
  expect(readFileSync(file?.path ?? '').equals(bytes)).toBe(true)
  expect(media.mediaUrl(sha)).toBe(`../../media/${sha}.png`)
  expect(media.mediaUrl('0'.repeat(64))).toBeNull()
})

test('answers the same row for the same bytes and brings a lost file back', async () => {
  const bytes = await bytesOf(picture(5, 5).webp())
  const first = await upload(bytes, 'one.webp')
  const path = media.mediaFile(first.id)?.path ?? ''
  rmSync(path)
  expect(await media.missingFiles()).toEqual([first.id])
  expect(await upload(bytes, 'two.webp')).toEqual(first)
  expect(existsSync(path)).toBe(true)
  expect(await media.missingFiles()).toEqual([])
})

test('takes the kind from the bytes and applies the orientation', async () => {
  const rotated = await bytesOf(picture(40, 10).jpeg().withMetadata({ orientation: 6 }))
  expect(await upload(rotated, 'liar.gif')).toMatchObject({ mime: 'image/jpeg', width: 10, height: 40 })
})

test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('takes %s', async (format) => {
  const stored = await upload(await bytesOf(picture(16, 8).toFormat(format)), 'x')
  expect(stored).toMatchObject({ mime: `image/${format}`, width: 16, height: 8 })
})

test('keeps an animation as it is', async () => {
  const frames = sharp(Buffer.alloc(8 * 16 * 3, 99), {
    raw: { width: 8, height: 16, channels: 3, pageHeight: 8 },
  })
  const bytes = await bytesOf(frames.gif({ delay: [50, 50] }))
  const stored = await upload(bytes, 'a.gif')
  expect(stored).toMatchObject({ mime: 'image/gif', width: 8, height: 8 })
  expect(readFileSync(media.mediaFile(stored.id)?.path ?? '').equals(bytes)).toBe(true)
})

test.each([
  ['text', 'hello', 'not-an-image'],
  ['an empty file', '', 'not-an-image'],
  ['a page', '<!DOCTYPE html><svg></svg>', 'not-an-image'],
  ['a bitmap', `BM\x00\x00\x00\x00\x00\x00\x00\x00`, 'unsupported-image'],
])('refuses %s', async (_name, bytes, why) => {
  await expect(upload(bytes)).rejects.toEqual(reason('INVALID', why))
})

test('refuses a picture that was cut off, and keeps nothing of it', async () => {
  const noise = sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
  const bytes = await bytesOf(noise.jpeg())
  await expect(upload(bytes.slice(0, bytes.length / 2))).rejects.toEqual(reason('INVALID', 'not-an-image'))
  expect(existsSync(join(folder, 'media'))).toBe(false)
})

test('refuses more than 100 megapixels and more than 50 MB', async () => {
  const bytes = await bytesOf(picture(10_100, 10_000).png({ compressionLevel: 1 }))
  await expect(upload(bytes)).rejects.toEqual(reason('INVALID', 'too-large'))
  await expect(upload(new Uint8Array(50 * 1024 * 1024 + 1))).rejects.toEqual(reason('INVALID', 'too-large'))
})

describe('SVG', () => {
  const svg = (inside: string, root = '') =>
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="10" ${root}>${inside}</svg>`

  test('takes a harmless one', async () => {
    const drawing = svg(
      '<defs><linearGradient id="g"/></defs><style>.a{fill:url(#g)}</style><use xlink:href="#g"/>',
    )
    expect(await upload(drawing)).toMatchObject({ mime: 'image/svg+xml', width: 20, height: 10 })
  })

  test.each([
    svg('<script>1</script>'),
    svg('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>'),
    svg('<foreignObject/>'),
    svg('', 'onload="1"'),
    svg('<a href="java&#x73;cript:1"><text>x</text></a>'),
    svg('<image href="https://example.com/a.png"/>'),
    svg('<image xlink:href="file:///etc/passwd"/>'),
    svg('<use href="other.svg#a"/>'),
    svg('<style>@import "https://example.com/a.css";</style>'),
    svg('<rect style="fill:url(https://example.com/a)"/>'),
    svg('<rect style="fill:\\75rl(https://example.com/a)"/>'),
    svg('<set attributeName="xlink:href" to="x"/>'),
    svg('<animate attributeName="href" values="data:text/html,1"/>'),
    `<?xml-stylesheet href="https://example.com/a.css"?>${svg('').slice(21)}`,
    `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('<text>&a;</text>').slice(21)}`,
  ])('refuses %s', async (drawing) => {
    await expect(upload(drawing)).rejects.toEqual(reason('INVALID', 'unsupported-image'))
  })
})

test('leaves nothing half-written when the file cannot be put in place', async () => {
  const bytes = await bytesOf(picture(4, 4).png())
  const sha = createHash('sha256').update(bytes).digest('hex')
  // A file where the folder should be fails like a disk that cannot take it.
  writeFileSync(join(folder, 'media'), '')
  await expect(upload(bytes)).rejects.toThrow()
  expect(media.mediaFile(sha)).toBeNull()
  rmSync(join(folder, 'media'))
  await upload(bytes)
  expect(readdirSync(join(folder, 'media', sha.slice(0, 2)))).toEqual([`${sha}.png`])
})

test('lists the newest first and finds by name', async () => {
  const repository = createMediaListRepository(db)
  for (const [index, name] of ['甲.png', 'Two.PNG', '100%.png'].entries()) {
    await upload(await bytesOf(picture(index + 1, 1).png()), name)
  }
  const list = (query: string, limit: number) =>
    repository.list({ query, filter: {}, sort: 'newest', offset: 0, limit }, 1000)
  expect(list('', 2)).toMatchObject({ total: 3, items: [{ fileName: '100%.png' }, { fileName: 'Two.PNG' }] })
  expect(list('two', 10)).toMatchObject({ total: 1 })
  expect(list('%', 10)).toMatchObject({ total: 1 })
})
