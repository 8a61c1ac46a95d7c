import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillLibrary } from './fill-library.ts'
import { createCorpus } from './generate.ts'
import { measure } from './measure.ts'
import { writeMarkdownContent } from './peers/content.ts'
import { writeEleventySite } from './peers/eleventy.ts'
import { writeHugoSite } from './peers/hugo.ts'
import { mb, ms, pair, type Report } from './report.ts'

export interface PublishingFigures {
  /** From the request to the site in place, in ms, within a running core. */
  buildMs: number
  buildMemory: number
  files: number
  edit: { p50: number; p95: number }
  /** Most files that one edit wrote. */
  mostFiles: number
}

/** Full build against Hugo and Eleventy on the same articles, then publishing one edit after another. */
export async function benchPublishing(report: Report, sizes: readonly number[]): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'galley-bench-site-'))
  try {
    for (const size of sizes) {
      report.section(`Site of ${size.toLocaleString('en')} articles`)
      const library = join(root, 'library')
      await fillLibrary(library, size)
      const figures = measure<PublishingFigures>(
        'process-publishing.ts',
        library,
        join(root, `site-${size}`),
        '0',
      )
      report.figure('Galley, full build, whole process', ms(figures.wholeProcessMs))
      report.figure('Galley, full build, in a running core', ms(figures.buildMs))
      report.figure('files', String(figures.files))
      report.figure('peak memory of the full build', mb(figures.buildMemory), {
        text: 'at most 400 MB',
        met: figures.buildMemory <= 400 * 1_048_576,
      })

      const hugo = runPeer(join(root, `hugo-${size}`), size, 'hugo')
      if (typeof hugo === 'string') report.figure('Hugo', `skipped: ${hugo}`)
      else {
        report.figure(`Hugo, ${hugo.files} files`, ms(hugo.ms))
        const ratio = figures.wholeProcessMs / hugo.ms
        report.figure('Galley to Hugo, whole processes', `${ratio.toFixed(2)} x`, {
          text: 'at most 0.5 x at 10,000',
          met: size < 10_000 || ratio <= 0.5,
        })
      }
      const eleventy = runPeer(join(root, `eleventy-${size}`), size, 'eleventy')
      if (typeof eleventy === 'string') report.figure('Eleventy', `skipped: ${eleventy}`)
      else {
        report.figure(`Eleventy, ${eleventy.files} files`, ms(eleventy.ms))
        report.figure('Galley to Eleventy', `${(figures.wholeProcessMs / eleventy.ms).toFixed(2)} x`)
      }

      const edited = measure<PublishingFigures>(
        'process-publishing.ts',
        library,
        join(root, `edits-${size}`),
        '100',
      )
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
    rmSync(root, { recursive: true, force: true })
  }
}

function runPeer(
  folder: string,
  size: number,
  peer: 'hugo' | 'eleventy',
): { ms: number; files: number } | string {
  let site: ReturnType<typeof writeHugoSite>
  if (peer === 'hugo') {
    if (spawnSync('hugo', ['version']).status !== 0) return 'not installed (Debian: apt-get install hugo)'
    site = writeHugoSite(folder)
  } else {
    const binary = installEleventy()
    if (!binary) return 'npm could not install @11ty/eleventy'
    site = writeEleventySite(folder, binary)
  }
  writeMarkdownContent(createCorpus(), size, site.contentFolder, peer === 'hugo' ? 'tags' : 'topics')
  const started = performance.now()
  execFileSync(site.command[0], site.command[1], { cwd: folder, stdio: 'ignore' })
  const elapsed = performance.now() - started
  const written = readdirSync(join(folder, 'public'), { recursive: true, withFileTypes: true })
  return { ms: elapsed, files: written.filter((entry) => entry.isFile()).length }
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
