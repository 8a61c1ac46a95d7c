import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'

const day = 24 * 3_600_000
let core: TestCore
beforeEach(async () => {
  core = await createTestCore()
})
afterEach(() => core.stop())

const upload = async (colour = '#369') => {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: colour } })
    .png()
    .toBuffer()
  return core.client.media.upload({ file: new File([new Uint8Array(bytes)], '图.png') })
}
const fileOf = (id: string) => join(core.folder, 'media', id.slice(0, 2), `${id}.png`)
const backups = () => readdirSync(join(core.folder, 'backups')).sort()

test('info', async () => {
  await core.client.articles.create(buildArticle())
  const info = await core.client.library.info()
  expect(info).toMatchObject({
    folder: core.folder,
    articleCount: 1,
    recoveredFromCrash: false,
    syncedFolder: null,
  })
  expect(info.schemaVersion).toBeGreaterThanOrEqual(50)
  expect(info.databaseBytes).toBeGreaterThan(10_000)
})

describe('check', () => {
  test('finds nothing wrong with an empty library, nor with a used one', async () => {
    expect(await core.client.library.check()).toEqual({ ok: true, problems: [], mended: 0 })
    const { id } = await upload()
    await core.client.articles.create(buildArticle({ cover: id }))
    expect(await core.client.library.check()).toEqual({ ok: true, problems: [], mended: 0 })
  })

  test('names pictures that are gone or damaged', async () => {
    const gone = await upload('#111')
    const damaged = await upload('#eee')
    rmSync(fileOf(gone.id))
    const bytes = readFileSync(fileOf(damaged.id))
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(fileOf(damaged.id), bytes)
    const { ok, problems } = await core.client.library.check()
    expect(ok).toBe(false)
    expect(problems.toSorted()).toEqual([`media-damaged: ${damaged.id}.png`, `media-missing: ${gone.id}.png`])
  })

  test('names references that lead nowhere, and mends what search does not know', async () => {
    await core.client.articles.create(buildArticle())
    expect((await core.client.library.check()).mended).toBe(0)
    const db = new Database(join(core.folder, 'library.db'))
    db.pragma('foreign_keys = OFF')
    db.exec('UPDATE articles SET category_id = 77')
    db.exec('DELETE FROM search_entries')
    db.close()
    const { problems, mended } = await core.client.library.check()
    expect(problems).toContain('reference: articles 1 -> categories')
    expect(mended).toBe(1)
    expect((await core.client.library.check()).mended).toBe(0)
  })
})

describe('backup', () => {
  test('goes to the backups folder, is listed, and leaves nothing else', async () => {
    await core.client.articles.create(buildArticle())
    const backup = await core.client.library.backup({})
    expect(backups()).toEqual(['galley-20260302-090000.tar'])
    expect(backup).toEqual({
      file: join(core.folder, 'backups', 'galley-20260302-090000.tar'),
      bytes: statSync(backup.file).size,
      createdAt: core.clock.now(),
    })
    expect(await core.client.library.backups()).toMatchObject([{ file: backup.file, bytes: backup.bytes }])
    await expect(core.client.library.backup({})).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'exists' },
    })
    expect(readFileSync(backup.file).length).toBe(backup.bytes)
  })

  test('takes an absolute path, in a folder that may not be there yet', async () => {
    const to = join(core.folder, '..', 'elsewhere', 'a.tar')
    expect((await core.client.library.backup({ to })).file).toBe(to)
    await expect(core.client.library.backup({ to: 'a.tar' })).rejects.toMatchObject({
      code: 'INVALID',
      data: { reason: 'path-not-absolute' },
    })
  })

  test('the library can be used meanwhile', async () => {
    const { id } = await core.client.articles.create(buildArticle())
    const backup = core.client.library.backup({})
    for (let version = 1; version <= 20; version++) {
      await core.client.articles.save({ id, baseVersion: version, changes: { title: `第${version}版` } })
    }
    await backup
    expect(await core.client.articles.get({ id })).toMatchObject({ version: 21 })
  })

  test('that cannot be written leaves nothing', async () => {
    const folder = join(core.folder, '..', 'blocked')
    writeFileSync(folder, '')
    await expect(core.client.library.backup({ to: join(folder, 'a.tar') })).rejects.toThrow()
    mkdirSync(join(core.folder, 'media', 'aa'), { recursive: true })
    expect(backups()).toEqual([])
  })
})

describe('the daily copy', () => {
  const minutes = 5 * 60_000
  const daily = (folder: string) =>
    readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('daily'))

  test('is not made of an empty library', async () => {
    const folder = join(core.folder, '..', 'empty')
    const session = await createTestCore({ folder })
    await session.core.start()
    session.clock.advance(minutes)
    await session.stop()
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  test('is made once a day, and seven are kept beside those made by hand', async () => {
    // A library of its own: it is opened again and again.
    const folder = join(core.folder, '..', 'daily')
    for (let date = 2; date <= 10; date++) {
      const session = await createTestCore({ folder, clock: core.clock })
      if (date === 2) {
        await session.client.articles.create(buildArticle())
        await session.client.library.backup({})
        writeFileSync(join(folder, 'backups', 'daily-2026-03-01.db.tmp'), 'cut off')
      }
      await session.core.start()
      core.clock.advance(minutes)
      await expect.poll(() => daily(folder)).toContain(`daily-2026-03-${String(date).padStart(2, '0')}.db`)
      await expect.poll(() => daily(folder).length).toBeLessThanOrEqual(7)
      await session.stop()
      core.clock.advance(day)
    }
    expect(daily(folder).sort()).toEqual(
      [4, 5, 6, 7, 8, 9, 10].map((date) => `daily-2026-03-${String(date).padStart(2, '0')}.db`),
    )
    expect(readdirSync(join(folder, 'backups'))).toContain('galley-20260302-090000.tar')
  })
})

test('backups are listed newest first', async () => {
  for (const [index, name] of ['old.tar', 'new.tar', '.hidden.tar', 'note.txt'].entries()) {
    const file = join(core.folder, 'backups', name)
    writeFileSync(file, '')
    utimesSync(file, index + 1, index + 1)
  }
  const names = (await core.client.library.backups()).map(({ file }) => file.split(/[\\/]/).at(-1))
  expect(names).toEqual(['new.tar', 'old.tar'])
})
