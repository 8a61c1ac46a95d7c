import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { type Client, connectClient } from '../helpers/connect-client.ts'
import { openDesktop } from './open-desktop.ts'
import { type HostProgram, startHost } from './start-host.ts'

export { expect } from '@playwright/test'

/** A desk of its own: an empty library, the program on it, its window. */
export interface Desk {
  /** The window, at the desk's first screen. */
  page: Page
  libraryFolder: string
  /** The contract, for arranging what a spec starts from. */
  client: Client
}

export const test = base.extend<{ desk: Desk; libraryFolder: string; program: HostProgram }>({
  program: ['out/main/browser-host.js', { option: true }],
  libraryFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  desk: async ({ libraryFolder, page, program }, use, info) => {
    if (info.project.name === 'desktop') {
      const desktop = await openDesktop(libraryFolder)
      await use({ page: desktop.page, libraryFolder, client: desktop.client })
      await desktop.close()
      return
    }
    const host = await startHost(libraryFolder, [], program)
    const { client, close } = await connectClient(await host.issueAddress())
    await page.goto(await host.issueAddress())
    await page.waitForURL((url) => url.pathname === '/')
    // Keys of a spec reach a desk that stands.
    await page.getByRole('navigation').first().waitFor()
    await use({ page, libraryFolder, client })
    close()
    const code = await host.stop()
    base.expect(code, 'the browser host ends cleanly').toBe(0)
  },
})
