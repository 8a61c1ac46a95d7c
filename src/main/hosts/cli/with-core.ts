import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { type Core, createCore } from '../../core/create-core.ts'
import type { Platform } from '../../core/platform.ts'
import { systemClock } from '../../core/system-clock.ts'
import { openLog } from '../common/open-log.ts'
import type { Program } from '../common/program.ts'
import { CliError, exitCode, LibraryError } from './cli-error.ts'
import type { Texts } from './texts.ts'

const clientOf = (core: Core) => createRouterClient(core.router)
export type Client = ReturnType<typeof clientOf>

export interface CoreAccess {
  core: Core
  client: Client
  /** Aborted when the user interrupts. */
  signal: AbortSignal
}

/** Opens the library for one command and closes it, whatever happens. */
export async function withCore<T>(
  { program, library, texts, create }: { program: Program; library: string; texts: Texts; create: boolean },
  work: (access: CoreAccess) => Promise<T>,
): Promise<T> {
  if (!create && !existsSync(join(library, 'library.db')))
    throw new CliError(exitCode.library, 'missing', texts.missingLibrary(library))
  const core = await open(program, library)
  const interruption = new AbortController()
  const interrupt = () => {
    // The second time, at once.
    if (interruption.signal.aborted) process.exit(exitCode.interrupted)
    interruption.abort()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    return await work({ core, client: clientOf(core), signal: interruption.signal })
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
    await core.stop()
  }
}

async function open(program: Program, libraryFolder: string): Promise<Core> {
  try {
    const platform: Platform = {
      host: 'browser',
      version: program.version,
      libraryFolder,
      resourcesFolder: program.resourcesFolder,
      mediaBase: '',
      previewBase: '',
      logger: openLog(libraryFolder),
      clock: systemClock,
      dialogs: null,
      printToPdf: async () => null,
      openExternal: async () => {},
      revealFile: async () => {},
      notify() {},
    }
    return await createCore(platform)
  } catch (error) {
    throw new LibraryError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
