import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { applicationId } from '../../src/main/core/database/migrate.ts'
import { migrations } from '../../src/main/core/database/migrations/index.ts'
import { createRandom } from '../bench/generate.ts'
import { createTestCore } from '../helpers/create-test-core.ts'
import { databaseHealth, whole } from './healthy.ts'

const rounds = 12
const articles = 400
const root = mkdtempSync(join(tmpdir(), 'galley-kill-migration-'))
const original = join(root, 'original')
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A library of the first format, with articles in it. */
beforeAll(async () => {
  const { stop } = await createTestCore({ folder: original })
  await stop()
  rmSync(join(original, 'library.db'))
  const db = new Database(join(original, 'library.db'))
  db.pragma('journal_mode = WAL')
  migrations[0]?.up(db)
  db.pragma('user_version = 10')
  db.pragma(`application_id = ${applicationId}`)
  const insertArticle = db.prepare(
    `INSERT INTO articles (uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
       starting_views, characters, words, created_at, updated_at)
     VALUES (?, ?, '', ?, 1, '', '', '', 0, 6, 6, 1, 1)`,
  )
  const insertBody = db.prepare(
    'INSERT INTO article_bodies (article_id, doc, html, text) VALUES (?, ?, ?, ?)',
  )
  db.transaction(() => {
    for (let index = 1; index <= articles; index++) {
      const text = `旧库正文第${index}篇`
      const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
      const { lastInsertRowid } = insertArticle.run(`uid-${index}`, `旧文章${index}`, `old-${index}`)
      const bytes = (value: string) => Buffer.from(value)
      insertBody.run(lastInsertRowid, bytes(JSON.stringify(doc)), bytes(`<p>${text}</p>\n`), bytes(text))
    }
  })()
  db.close()
})

/** Kills a program `delay` milliseconds after it took the library's folder for itself. */
async function killWhileOpening(folder: string, delay: number): Promise<void> {
  const watcher = watch(folder)
  const opening = once(watcher, 'change')
  const child = spawn(process.execPath, ['out/main/browser-host.js', '--no-open', '--library', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'close')
  await Promise.race([opening, ended])
  watcher.close()
  setTimeout(() => child.kill('SIGKILL'), delay)
  const [code, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error(`the program ended by itself: ${code ?? signal}`)
}

it(`brings an old library to the new format through ${rounds} kills`, async () => {
  const random = createRandom(13)
  for (let round = 0; round < rounds; round++) {
    const folder = join(root, String(round))
    cpSync(original, folder, { recursive: true })
    await killWhileOpening(folder, random() * 120)
    expect(databaseHealth(folder)).toEqual(whole)

    const { core, client, stop } = await createTestCore({ folder })
    expect((await client.library.info()).schemaVersion).toBe(migrations.at(-1)?.version)
    expect((await client.articles.list({})).total).toBe(articles)
    // The index is filled in the background once the core has started.
    await core.start()
    await expect.poll(() => client.library.check()).toEqual({ ok: true, problems: [], mended: 0 })
    const { hits } = await client.search.query({ text: '旧库正文第7篇' })
    expect(hits.map((hit) => hit.article.title)).toEqual(['旧文章7'])
    await stop()
    rmSync(folder, { recursive: true })
  }
}, 180_000)
