import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { createBackgroundCheckpoints } from '../../../src/main/core/database/background-checkpoints.ts'
import { databaseFile, openLibrary } from '../../../src/main/core/database/open-library.ts'

const root = mkdtempSync(join(tmpdir(), 'galley-checkpoints-'))
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('brings what was written ahead into the database while nobody closes it', async () => {
  const library = await openLibrary(join(root, 'library'), [])
  const checkpoints = createBackgroundCheckpoints(library.db, library.folder, pino({ level: 'silent' }))
  library.db.exec('CREATE TABLE notes (text BLOB) STRICT')
  checkpoints.start()
  const insert = library.db.prepare('INSERT INTO notes VALUES (randomblob(100000))')
  for (let index = 0; index < 80; index++) insert.run()

  const bytes = () => statSync(databaseFile(library.folder)).size
  expect(bytes()).toBeLessThan(8_000_000)
  await expect.poll(bytes).toBeGreaterThan(8_000_000)
  await checkpoints.stop()
  library.close()
})

it('makes the log begin anew while saves follow each other without a pause', async () => {
  const library = await openLibrary(join(root, 'busy'), [])
  const { db } = library
  const checkpoints = createBackgroundCheckpoints(db, library.folder, pino({ level: 'silent' }))
  db.pragma('synchronous = OFF')
  db.exec('CREATE TABLE notes (text BLOB) STRICT; INSERT INTO notes VALUES (zeroblob(40000))')
  checkpoints.start()
  const save = db.prepare('UPDATE notes SET text = randomblob(40000)')
  const pagesInLog = () => (db.pragma('wal_checkpoint(NOOP)') as { log: number }[])[0]?.log ?? 0
  let longest = 0
  const end = performance.now() + 10_000
  for (;;) {
    save.run()
    const pages = pagesInLog()
    if (pages < longest || performance.now() > end) break
    longest = pages
  }
  expect(pagesInLog()).toBeLessThan(longest)
  await checkpoints.stop()
  library.close()
})

it('syncs in place of the saves, as long as it runs', async () => {
  const library = await openLibrary(join(root, 'synced'), [])
  const synchronous = () => library.db.pragma('synchronous', { simple: true })
  const checkpoints = createBackgroundCheckpoints(library.db, library.folder, pino({ level: 'silent' }))
  expect(synchronous()).toBe(2)
  checkpoints.start()
  expect(synchronous()).toBe(1)
  await checkpoints.stop()
  expect(synchronous()).toBe(2)
  library.close()
})

it('ends at once when it never began', async () => {
  const library = await openLibrary(join(root, 'idle'), [])
  const checkpoints = createBackgroundCheckpoints(library.db, library.folder, pino({ level: 'silent' }))
  await checkpoints.stop()
  library.close()
})
