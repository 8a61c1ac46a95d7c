import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Database } from 'better-sqlite3'
import type { ImageType } from '../media/image-type.ts'
import { mediaFileName, mediaFilePath } from '../media/media-file.ts'

/** What is wrong with a library's database and pictures, a line each: a stable key, then what it is about. */
export async function checkLibrary(db: Database, folder: string): Promise<string[]> {
  const problems: string[] = []
  for (const line of db.pragma('integrity_check(100)') as { integrity_check: string }[]) {
    if (line.integrity_check !== 'ok') problems.push(`database: ${line.integrity_check}`)
  }
  const broken = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  for (const { table, rowid, parent } of broken.slice(0, 100)) {
    problems.push(`reference: ${table} ${rowid} -> ${parent}`)
  }
  const media = db.prepare<[], { id: string; mime: ImageType }>('SELECT id, mime FROM media ORDER BY id')
  for (const { id, mime } of media.all()) {
    const digest = await sha256(mediaFilePath(folder, id, mime))
    if (digest === null) problems.push(`media-missing: ${mediaFileName(id, mime)}`)
    else if (digest !== id) problems.push(`media-damaged: ${mediaFileName(id, mime)}`)
  }
  return problems
}

async function sha256(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    return null
  }
}
