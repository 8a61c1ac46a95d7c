import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { drawnPicture, movingGif, pictureFile } from '../../helpers/pictures.ts'
import { renditionsMade } from '../../helpers/renditions-made.ts'

let core: TestCore
beforeEach(async () => {
  core = await createTestCore()
})
afterEach(() => core.stop())

const filesOf = (id: string, folder = core.folder) => {
  const place = join(folder, 'media/renditions', id.slice(0, 2))
  return (existsSync(place) ? readdirSync(place) : []).filter((name) => name.startsWith(id)).sort()
}

test('are made in both formats, no wider than the original, turned and without metadata', async () => {
  const { client } = core
  await core.core.start()
  const turned = drawnPicture(1, 1300, 700)
    .jpeg()
    .withExif({ IFD0: { Copyright: 'x' } })
    .withMetadata({
      orientation: 6,
    })
  const { id } = await client.media.upload({ file: await pictureFile(turned) })
  await renditionsMade(client)
  const media = await client.media.get({ id })
  expect(media).toMatchObject({ width: 700, height: 1300, animated: false })
  expect(media.renditions.map(({ format, width }) => `${format} ${width}`)).toEqual([
    'avif 480',
    'avif 700',
    'webp 480',
    'webp 700',
  ])
  expect(media.phoneBytes).toBe(media.renditions[1]?.bytes)
  expect(filesOf(id)).toHaveLength(4)
  const form = sharp(join(core.folder, 'media/renditions', id.slice(0, 2), `${id}-480-1.webp`))
  const { width, height, orientation, exif } = await form.metadata()
  expect({ width, height, orientation, exif }).toEqual({ width: 480, height: 891 })
})

test('of an animation there is one still form for lists; a drawing needs none', async () => {
  const { client } = core
  await core.core.start()
  const moving = await client.media.upload({ file: await pictureFile(movingGif(), 'a.gif') })
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3"/></svg>'
  const drawing = await client.media.upload({ file: new File([svg], 'a.svg') })
  await renditionsMade(client)
  expect(await client.media.get({ id: moving.id })).toMatchObject({
    animated: true,
    phoneBytes: moving.bytes,
    renditions: [{ format: 'webp', width: 8 }],
  })
  expect((await client.media.get({ id: drawing.id })).renditions).toEqual([])
  const served = core.core.serving.media(`${moving.id}/thumbnail`)
  expect(served).toMatchObject({ status: 200, headers: { 'content-type': 'image/webp' } })
  const asIs = core.core.serving.media(`${drawing.id}/thumbnail`)
  expect(asIs.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-store' })
})

test.each([
  ['one of them', (id: string) => join('renditions', id.slice(0, 2), `${id}-90-1.webp`)],
  ['all of them', () => 'renditions'],
])('that were lost are made again: %s', async (_which, lostOf) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'galley-')), 'library')
  try {
    const before = await createTestCore({ folder })
    await before.core.start()
    const file = await pictureFile(drawnPicture(2, 90, 60).jpeg())
    const { id } = await before.client.media.upload({ file })
    await renditionsMade(before.client)
    await before.stop()
    const made = filesOf(id, folder)
    expect(made).toHaveLength(2)

    rmSync(join(folder, 'media', lostOf(id)), { recursive: true })
    const after = await createTestCore({ folder })
    const changes = await after.client.media.changed()
    await after.core.start()
    after.clock.advance(10_000)
    for await (const { pending } of changes) if (pending === 0) break
    expect(filesOf(id, folder)).toEqual(made)
    await after.stop()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('are done without when they cannot be made: the picture is there all the same', async () => {
  const { client } = core
  await core.core.start()
  const place = join(core.folder, 'media/renditions')
  rmSync(place, { recursive: true, force: true })
  const bytes = drawnPicture(3, 300, 200).png()
  const file = await pictureFile(bytes, 'a.png')
  // A file where the folder should be fails like a disk that cannot take it.
  mkdirSync(join(core.folder, 'media'), { recursive: true })
  writeFileSync(place, '')
  const changes = await client.media.changed()
  const { id } = await client.media.upload({ file })
  for await (const { pending } of changes) if (pending === 0) break
  expect((await client.media.get({ id })).renditions).toEqual([])
})
