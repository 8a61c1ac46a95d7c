import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { type Client, connectClient } from '../helpers/connect-client.ts'
import { openDesktop } from './open-desktop.ts'
import { type HostProgram, startHost } from './start-host.ts'

export { expect } from '@playwright/test'

/** The program on a library, and its window. */
export interface Desk {
  /** The window, at the desk's first screen. */
  page: Page
  libraryFolder: string
  /** The contract, for arranging what a spec starts from. */
  client: Client
}

/** A desk that each spec has for itself, with an empty library. See shared-desk.ts for one that is there already. */
export const test = base.extend<{ desk: Desk; libraryFolder: string; program: HostProgram }>({
  program: ['out/main/browser-host.js', { option: true }],
  libraryFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  desk: async ({ libraryFolder, page, program }, use, info) => {
    const { close, ...desk } = await openDesk(info.project.name, libraryFolder, () => page, program)
    await use(desk)
    await close()
  },
})

/** `newPage` is asked for a page of the browser, unless `project` is the desktop, which has a window of its own. */
export async function openDesk(
  project: string,
  libraryFolder: string,
  newPage: () => Page | Promise<Page>,
  program?: HostProgram,
): Promise<Desk & { close(): Promise<void> }> {
  if (project === 'desktop') return { libraryFolder, ...(await openDesktop(libraryFolder)) }
  const host = await startHost(libraryFolder, [], program)
  const { client, close } = await connectClient(await host.issueAddress())
  const page = await newPage()
  await page.goto(await host.issueAddress())
  await page.waitForURL((url) => url.pathname === '/')
  // Keys of a spec reach a desk that stands.
  await page.getByRole('navigation').first().waitFor()
  return {
    page,
    libraryFolder,
    client,
    async close() {
      close()
      const code = await host.stop()
      base.expect(code, 'the browser host ends cleanly').toBe(0)
    },
  }
}
