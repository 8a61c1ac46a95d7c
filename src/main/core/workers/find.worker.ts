import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { FindProgress } from '#shared/contract/replacing.ts'
import { databaseFile } from '../database/open-library.ts'
import { findInArticle } from '../replacing/find-in-article.ts'
import type { FindJob } from '../replacing/library-find.ts'
import { createReplaceRepository } from '../replacing/replace.repository.ts'

/** Searches articles one after the other. A thread of its own: a regular expression may take for ever. */
const mostMatches = 5_000
const reportEvery = 100

if (!parentPort) throw new Error('find.worker runs as a worker')
const port = parentPort
const { folder, ids, request } = workerData as FindJob
const db = new Database(databaseFile(folder), { readonly: true })
const repository = createReplaceRepository(db)

let hits: FindProgress['hits'] = []
let left = mostMatches
let reported = 0
const report = (scanned: number) => {
  port.postMessage({ scanned, total: ids.length, hits, truncated: left <= 0 } satisfies FindProgress)
  hits = []
  reported = performance.now()
}

let scanned = 0
for (const id of ids) {
  const row = repository.row(id)
  const hit = row && findInArticle(row, () => repository.doc(id), request, left)
  scanned++
  if (hit) {
    hits.push(hit)
    left -= hit.matches.length
  }
  if (left <= 0) break
  if (performance.now() - reported > reportEvery) report(scanned)
}
report(scanned)
db.close()
port.close()
