import { existsSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { restoreLibrary } from '../../core/create-core.ts'
import type { Program } from '../common/program.ts'
import { type ExitCode, exitCode } from './cli-error.ts'
import type { Terminal } from './terminal.ts'
import { withCore } from './with-core.ts'

export interface Call {
  program: Program
  terminal: Terminal
  /** Absolute. */
  library: string
}

export async function importFiles(call: Call, files: readonly string[], related: boolean): Promise<ExitCode> {
  const { terminal, library } = call
  const { texts } = terminal
  const paths = files.map((file) => resolve(file))
  // Before the library: where there is nothing to import, no new one is left behind.
  if (!paths.some((path) => existsSync(path)) && !existsSync(library)) await access(paths[0] as string)
  return withCore({ ...call, texts, create: true }, async ({ core, signal }) => {
    let last: { created: number[]; failed: { fileName: string; reason: string }[] } = {
      created: [],
      failed: [],
    }
    for await (const progress of core.importFiles(paths, { related, signal })) {
      last = progress
      terminal.progress(texts.importing, progress.done, progress.total)
    }
    const { created, failed } = last
    for (const { fileName, reason } of failed)
      terminal.note(texts.notImported(fileName, texts.importFailures[reason] ?? reason))
    terminal.result({ ok: failed.length === 0, library, created, failed }, texts.imported(created.length))
    if (signal.aborted) return exitCode.interrupted
    if (failed.length === 0) return exitCode.done
    return created.length > 0 ? exitCode.partly : exitCode.failed
  })
}

export async function check(call: Call): Promise<ExitCode> {
  const { terminal } = call
  return withCore({ ...call, texts: terminal.texts, create: false }, async ({ client }) => {
    const { ok, problems, mended } = await client.library.check({})
    const { sound, indexMended } = terminal.texts
    const lines = [...(ok ? [sound] : problems), ...(mended > 0 ? [indexMended(mended)] : [])]
    terminal.result({ ok, problems, mended }, lines.join('\n'))
    return ok ? exitCode.done : exitCode.partly
  })
}

export async function backup(call: Call, to: string | undefined): Promise<ExitCode> {
  const { terminal } = call
  return withCore({ ...call, texts: terminal.texts, create: false }, async ({ client }) => {
    const made = await client.library.backup(to === undefined ? {} : { to: resolve(to) })
    terminal.result({ ok: true, ...made }, terminal.texts.backedUp(made.file))
    return exitCode.done
  })
}

export async function restore({ terminal, library }: Call, archive: string): Promise<ExitCode> {
  const { articles } = await restoreLibrary(resolve(archive), library)
  terminal.result({ ok: true, library, articles }, terminal.texts.restored(articles, library))
  return exitCode.done
}
