import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import buildProgram from '../e2e/global-setup.ts'
import { fillLibrary } from './fill-library.ts'
import { createCorpus, percentile } from './generate.ts'
import { measure } from './measure.ts'
import { writeMarkdownContent } from './peers/content.ts'
import { writeEleventySite } from './peers/eleventy.ts'
import { writeHugoSite } from './peers/hugo.ts'
import { mb, ms, pair, type Report } from './report.ts'

export interface PublishingFigures {
  /** From the request to the site in place, ms. */
  edit: { p50: number; p95: number }
  /** Most files that one edit wrote. */
  mostFiles: number
}

const root = join(import.meta.dirname, '../..')
const reportMemory = pathToFileURL(join(import.meta.dirname, 'report-memory.ts')).href

/** Outputs go to memory where there is such a folder, ours and the peers' alike: else the disk's mood is measured. */
const outputs = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Full build against Hugo and Eleventy on the same articles, then publishing one edit after another, on the disk. */
export async function benchPublishing(report: Report, sizes: readonly number[]): Promise<void> {
  buildProgram()
  const work = mkdtempSync(join(tmpdir(), 'galley-bench-site-'))
  const built = mkdtempSync(join(outputs, 'galley-bench-site-'))
  try {
    for (const size of sizes) {
      report.section(`Site of ${size.toLocaleString('en')} articles`)
      const library = join(work, 'library')
      await fillLibrary(library, size)
      const publish = (site: string, edits = 0) =>
        measure<PublishingFigures>('process-publishing.ts', library, site, String(edits))
      const first = publish(join(built, `first-${size}`))
      report.figure('first publication of all, with their revisions', ms(first.wholeProcessMs))

      // The peers start from content that is there; so do we: every article is confirmed for the site by now.
      // Turn by turn, so that a machine whose speed drifts is as fair to each.
      const own: FullBuild[] = []
      const peers = [
        preparePeer(join(built, 'hugo'), size, 'hugo'),
        preparePeer(join(built, 'eleventy'), size, 'eleventy'),
      ]
      for (let round = 0; round < rounds; round++) {
        own.push(buildWhole(library, join(built, `full-${size}-${round}`)))
        for (const peer of peers) peer.run?.()
      }
      const whole = median(own.map(({ ms }) => ms))
      const memory = Math.max(...own.map(({ memory }) => memory))
      report.figure(`Galley, full build, ${own[0]?.files} files, whole process`, ms(whole))
      report.figure('peak memory of the full build', mb(memory), {
        text: 'at most 400 MB',
        met: memory <= 400 * 1_048_576,
      })
      for (const peer of peers) {
        if (peer.missing) {
          report.figure(peer.name, `skipped: ${peer.missing}`)
          continue
        }
        const ratio = whole / median(peer.times)
        report.figure(`${peer.name}, ${peer.files()} files`, ms(median(peer.times)))
        // The goal is for sites where the start of a process no longer counts.
        const goal = { text: 'at most 0.5 x', met: ratio <= 0.5 }
        report.figure(
          `Galley to ${peer.name}, whole processes`,
          `${ratio.toFixed(2)} x`,
          size < 10_000 ? undefined : goal,
        )
      }

      const edited = publish(join(work, `edits-${size}`), 100)
      report.figure('publish after one edit, p50 / p95', pair(edited.edit.p50, edited.edit.p95), {
        text: 'p95 under 100 ms',
        met: edited.edit.p95 < 100,
      })
      report.figure('most files written by one edit', String(edited.mostFiles), {
        text: 'fewer than 40',
        met: edited.mostFiles < 40,
      })
    }
  } finally {
    for (const folder of [work, built]) rmSync(folder, { recursive: true, force: true })
  }
}

const rounds = 3
const median = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  )

interface FullBuild {
  /** Of the whole process. */
  ms: number
  /** At its peak, bytes. */
  memory: number
  files: number
}

/** Publishes a whole library to a fresh folder with the command line as it is built. */
function buildWhole(library: string, site: string): FullBuild {
  const memoryFile = `${library}-memory`
  const options = ['--library', library, '--to', site, '--all', '--json']
  const started = performance.now()
  const output = execFileSync(
    process.execPath,
    ['--import', reportMemory, join(root, 'out/main/cli.js'), 'publish', ...options],
    { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, GALLEY_BENCH_MEMORY: memoryFile } },
  )
  const ms = performance.now() - started
  const { added } = JSON.parse(output) as { added: number }
  return { ms, memory: Number(readFileSync(memoryFile, 'utf8')), files: added }
}

interface Peer {
  name: string
  missing: string | null
  times: number[]
  /** Builds from nothing once more. */
  run?(): void
  files(): number
}

function preparePeer(folder: string, size: number, kind: 'hugo' | 'eleventy'): Peer {
  const peer: Peer = { name: kind === 'hugo' ? 'Hugo' : 'Eleventy', missing: null, times: [], files: () => 0 }
  let site: ReturnType<typeof writeHugoSite>
  if (kind === 'hugo') {
    if (spawnSync('hugo', ['version']).status !== 0)
      return { ...peer, missing: 'not installed (Debian: apt-get install hugo)' }
    site = writeHugoSite(folder)
  } else {
    const binary = installEleventy()
    if (!binary) return { ...peer, missing: 'npm could not install @11ty/eleventy' }
    site = writeEleventySite(folder, binary)
  }
  writeMarkdownContent(createCorpus(), size, site.contentFolder, kind === 'hugo' ? 'tags' : 'topics')
  const output = join(folder, 'public')
  return {
    ...peer,
    run() {
      rmSync(output, { recursive: true, force: true })
      const started = performance.now()
      execFileSync(site.command[0], site.command[1], { cwd: folder, stdio: 'ignore' })
      peer.times.push(performance.now() - started)
    },
    files: () =>
      readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
  }
}

/** Into a folder of its own: it is a peer, not a dependency. */
function installEleventy(): string | null {
  const folder = join(tmpdir(), 'galley-bench-eleventy-3.1.8')
  const binary = join(folder, 'node_modules/@11ty/eleventy/cmd.cjs')
  if (existsSync(binary)) return binary
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  spawnSync('npm', ['install', '--ignore-scripts', '--no-save', '@11ty/eleventy@3.1.8'], { cwd: folder })
  return existsSync(binary) ? binary : null
}
