import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import sharp from 'sharp'
import { create, list } from 'tar'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { restoreLibrary } from '../../../src/main/core/library/restore-library.ts'
import type { ArticleId } from '../../../src/shared/model/ids.ts'
import { createTestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'

let made: string
let folder: string
let archive: string
let library: string
let articleId: ArticleId
let mediaId: string

/** A library and its archive, made once; each test gets a copy. */
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'galley-restore-'))
  const core = await createTestCore({ folder: join(made, 'library') })
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#852' } })
    .png()
    .toBuffer()
  const media = await core.client.media.upload({ file: new File([new Uint8Array(bytes)], '图.png') })
  mediaId = media.id
  articleId = (await core.client.articles.create(buildArticle({ title: '留住', cover: media.id }))).id
  await core.client.library.backup({ to: join(made, 'a.tar') })
  await core.core.start()
  core.clock.advance(5 * 60_000)
  const hasDailyCopy = () =>
    expect(readdirSync(join(made, 'library/backups'))).toEqual([expect.stringMatching(/\.db$/)])
  await vi.waitFor(hasDailyCopy, { timeout: 30_000 })
  await core.core.stop()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-restore-'))
  cpSync(made, folder, { recursive: true })
  library = join(folder, 'library')
  archive = join(folder, 'a.tar')
})
afterEach(() => rmSync(folder, { recursive: true }))
afterAll(() => rmSync(made, { recursive: true }))

const target = () => join(folder, 'restored')
const reason = (code: string, value: string) =>
  expect.objectContaining({ code, data: expect.objectContaining({ reason: value }) })
const expectUntouched = () => {
  expect(existsSync(target())).toBe(false)
  expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([])
}
const expectWhole = async () => {
  const core = await createTestCore({ folder: target() })
  expect(await core.client.articles.get({ id: articleId })).toMatchObject({ title: '留住', cover: mediaId })
  expect(await core.client.library.check()).toEqual({ ok: true, problems: [], mended: 0 })
  await core.stop()
}

test('a library comes back whole, into a new folder', async () => {
  expect(await restoreLibrary(archive, target())).toEqual({ articles: 1 })
  expect(readdirSync(target()).sort()).toEqual(['library.db', 'media'])
  await expectWhole()
})

test('and into an empty one', async () => {
  mkdirSync(target())
  await restoreLibrary(archive, target())
  await expectWhole()
})

test('a daily copy finds its pictures in the library it was made in', async () => {
  const daily = readdirSync(join(library, 'backups')).find((name) => name.startsWith('daily')) as string
  await restoreLibrary(join(library, 'backups', daily), target())
  await expectWhole()
})

test('a folder with anything in it is refused and left alone', async () => {
  mkdirSync(target())
  writeFileSync(join(target(), 'mine.txt'), 'x')
  await expect(restoreLibrary(archive, target())).rejects.toEqual(reason('REFUSED', 'folder-not-empty'))
  expect(readdirSync(target())).toEqual(['mine.txt'])
})

test('the archive holds the database, its pictures and the end mark, and nothing else', async () => {
  const names: string[] = []
  await list({ file: archive, onReadEntry: (entry) => names.push(entry.path) })
  expect(names).toEqual(['library.db', `media/${mediaId.slice(0, 2)}/${mediaId}.png`, 'galley-backup.json'])
})

describe('what is no whole backup is refused, and nothing is left behind', () => {
  test('another file', async () => {
    writeFileSync(archive, 'hello '.repeat(500))
    await expect(restoreLibrary(archive, target())).rejects.toEqual(reason('INVALID', 'not-a-backup'))
    expectUntouched()
  })

  test('a missing one', async () => {
    const missing = join(folder, 'none.tar')
    await expect(restoreLibrary(missing, join(target(), 'deeper'))).rejects.toMatchObject({ code: 'ENOENT' })
    expectUntouched()
    mkdirSync(join(folder, 'mine'))
    await expect(restoreLibrary(missing, join(folder, 'mine'))).rejects.toMatchObject({ code: 'ENOENT' })
    expect(readdirSync(join(folder, 'mine'))).toEqual([])
  })

  test.each([0.3, 0.6, 0.99])('an archive cut off at %d of its length', async (share) => {
    truncateSync(archive, Math.floor(readFileSync(archive).length * share))
    await expect(restoreLibrary(archive, target())).rejects.toMatchObject({ code: 'INVALID' })
    expectUntouched()
  })

  test('a database with garbage in it', async () => {
    const bytes = readFileSync(archive)
    bytes.fill(0xa5, 4608, 60_000)
    writeFileSync(archive, bytes)
    await expect(restoreLibrary(archive, target())).rejects.toMatchObject({ code: 'INVALID' })
    expectUntouched()
  })

  test('a backup without a picture that it names', async () => {
    const content = join(folder, 'content')
    mkdirSync(content)
    writeFileSync(join(content, 'library.db'), readFileSync(join(library, 'library.db')))
    writeFileSync(join(content, 'galley-backup.json'), '{}')
    await create({ file: archive, cwd: content }, ['library.db', 'galley-backup.json'])
    await expect(restoreLibrary(archive, target())).rejects.toEqual(reason('INVALID', 'backup-damaged'))
    expectUntouched()
  })

  test('a database of another program, and one of a newer Galley', async () => {
    const file = join(folder, 'other.db')
    const other = new Database(file)
    other.exec('CREATE TABLE t (x)')
    other.close()
    await expect(restoreLibrary(file, target())).rejects.toEqual(reason('INVALID', 'not-a-backup'))
    const newer = new Database(join(library, 'library.db'))
    newer.pragma('user_version = 9990')
    newer.close()
    await expect(restoreLibrary(join(library, 'library.db'), target())).rejects.toThrow(/format 9990/)
    expectUntouched()
  })
})

test('paths and links that lead out of the folder are not followed', async () => {
  const content = join(folder, 'content')
  mkdirSync(join(content, 'media', 'aa'), { recursive: true })
  const secret = join(folder, 'secret.txt')
  writeFileSync(secret, 'untouched')
  const linked = `media/aa/${'a'.repeat(64)}.png`
  symlinkSync(secret, join(content, linked))
  writeFileSync(join(content, 'evil.txt'), 'evil')
  await create(
    {
      file: archive,
      cwd: content,
      preservePaths: true,
      onWriteEntry: (entry) => {
        if (entry.path === 'evil.txt') entry.path = '../evil.txt'
      },
    },
    [linked, 'evil.txt'],
  )
  await expect(restoreLibrary(archive, target())).rejects.toMatchObject({ code: 'INVALID' })
  expect(existsSync(join(folder, 'evil.txt'))).toBe(false)
  expect(readFileSync(secret, 'utf8')).toBe('untouched')
  expectUntouched()
})
