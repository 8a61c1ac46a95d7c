import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import buildProgram from '../e2e/global-setup.ts'
import { startHost } from '../e2e/start-host.ts'
import { connectClient } from '../helpers/connect-client.ts'
import { fillLibrary } from './fill-library.ts'
import { createCorpus } from './generate.ts'
import { measure } from './measure.ts'
import { mb, ms, pair, type Report } from './report.ts'

interface Timings {
  p50: number
  p95: number
  p99: number
}

export interface LibraryFigures {
  articles: number
  /** From nothing to the first page of the list, in ms. */
  openMs: number
  list: Timings
  search: (Timings & { length: number })[]
  save: Timings
  recall: { compared: number; missing: number; extra: number }
}

/** Made beforehand, so that making them is not counted as the core's memory. */
export interface LibraryQueries {
  timed: { length: number; texts: string[] }[]
  compared: string[]
}

function writeQueries(file: string): void {
  const corpus = createCorpus()
  const queries: LibraryQueries = {
    timed: [1, 2, 3, 6].map((length) => ({ length, texts: corpus.queries(length, 150) })),
    compared: [2, 3, 6].flatMap((length) => corpus.queries(length, 400).slice(-12)),
  }
  writeFileSync(file, JSON.stringify(queries))
}

/** Opening, listing, searching and saving at each size, through the contract. */
export async function benchLibrary(report: Report, sizes: readonly number[]): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'galley-bench-library-'))
  const folder = join(root, 'library')
  const queryFile = join(root, 'queries.json')
  writeQueries(queryFile)
  try {
    for (const size of sizes) {
      const { perArticle, settling } = await fillLibrary(folder, size)
      const figures = measure<LibraryFigures>('process-library.ts', folder, queryFile)
      report.section(`Library of ${size.toLocaleString('en')} articles`)
      report.figure('create one article (mean)', ms(perArticle))
      report.figure('until the search index is at rest after that', ms(settling))
      report.figure('open, to the first page of the list', ms(figures.openMs))
      report.figure('list page, p50 / p95', pair(figures.list.p50, figures.list.p95), {
        text: 'p95 under 16 ms',
        met: figures.list.p95 < 16,
      })
      for (const { length, p50, p95 } of figures.search)
        report.figure(`search, ${length} characters, p50 / p95`, pair(p50, p95), {
          text: 'p95 under 10 ms',
          met: p95 < 10,
        })
      const { compared, missing, extra } = figures.recall
      report.figure(
        `search against a plain scan, ${compared} queries`,
        `${missing} missing, ${extra} extra`,
        {
          text: 'the same articles',
          met: compared > 0 && missing === 0 && extra === 0,
        },
      )
      report.figure('save, p50 / p99', pair(figures.save.p50, figures.save.p99), {
        text: 'p99 under 10 ms',
        met: figures.save.p99 < 10,
      })
      const memory = await residentMemory(folder, queryFile)
      if (memory === null) report.figure('resident memory of the core', 'skipped: /proc is needed')
      else
        report.figure('resident memory of the core', mb(memory), {
          text: 'under 250 MB at 100,000',
          met: size < 100_000 || memory < 250 * 1_048_576,
        })
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Resident bytes of the built program, without its window, after lists, searches and saves; null without /proc. */
async function residentMemory(folder: string, queryFile: string): Promise<number | null> {
  if (!existsSync('/proc/self/status')) return null
  buildProgram()
  const host = await startHost(folder)
  try {
    const { client, close } = await connectClient(await host.issueAddress())
    for (let offset = 0; offset < 5000; offset += 50) await client.articles.list({ offset })
    const { timed } = JSON.parse(readFileSync(queryFile, 'utf8')) as LibraryQueries
    for (const { texts } of timed) for (const text of texts) await client.search.query({ text })
    const { items } = await client.articles.list({ limit: 300 })
    for (const { id } of items) {
      const { version, dek } = await client.articles.get({ id })
      await client.articles.save({ id, baseVersion: version, changes: { dek: `${dek}。` } })
    }
    const status = readFileSync(`/proc/${host.pid}/status`, 'utf8')
    close()
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024
  } finally {
    await host.stop()
  }
}
