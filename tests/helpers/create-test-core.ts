import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import { type Core, createCore } from '../../src/main/core/create-core.ts'
import { migrations } from '../../src/main/core/database/migrations/index.ts'
import { openLibrary } from '../../src/main/core/database/open-library.ts'
import type { Platform } from '../../src/main/core/platform.ts'
import type { Contract } from '../../src/shared/contract/index.ts'
import { createTestClock, type TestClock } from './test-clock.ts'

export interface TestCore {
  core: Core
  /** The contract's client, without a transport in between. */
  client: ContractRouterClient<Contract>
  folder: string
  clock: TestClock
  platform: Platform
  /** Ends the session; the temporary library goes with it. Safe to call twice. */
  stop(): Promise<void>
}

let made: Promise<string> | undefined

/** The folder of a library that was opened once: to make each test's anew takes longer than most tests. */
const emptyLibrary = () =>
  (made ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-empty-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    const library = await openLibrary(folder, migrations)
    library.close()
    return folder
  })())

/**
 * A whole core over a library of its own in a temporary folder, and a client in the same process. Given a `folder`, it
 * opens that library and leaves it there at the end. Background work begins with `core.start()`.
 */
export async function createTestCore({
  folder,
  clock = createTestClock(),
  ...overrides
}: { folder?: string; clock?: TestClock } & Partial<Platform> = {}): Promise<TestCore> {
  const temporary = folder ? null : mkdtempSync(join(tmpdir(), 'galley-'))
  const libraryFolder = folder ?? join(temporary as string, 'library')
  if (!folder) cpSync(await emptyLibrary(), libraryFolder, { recursive: true })
  const platform: Platform = {
    host: 'test',
    version: '0.0.0-test',
    libraryFolder,
    resourcesFolder: resolve(import.meta.dirname, '../../resources'),
    mediaBase: '/media/',
    previewBase: '/preview/',
    logger: pino({ level: 'silent' }),
    clock,
    dialogs: null,
    printToPdf: async () => null,
    openExternal: async () => {},
    revealFile: async () => {},
    notify: () => {},
    ...overrides,
  }
  const core = await createCore(platform)
  let stopped: Promise<void> | null = null
  return {
    core,
    client: createRouterClient(core.router),
    folder: libraryFolder,
    clock,
    platform,
    async stop() {
      stopped ??= core.stop()
      await stopped
      if (temporary) rmSync(temporary, { recursive: true, force: true })
    },
  }
}
