import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import type { Settings } from '#shared/contract/settings.ts'
import type { Client } from '../helpers/connect-client.ts'
import { type Desk, openDesk } from './fixtures.ts'

export { expect } from '@playwright/test'

interface StandingDesk extends Desk {
  home: string
  /** As the library began. */
  settings: Settings
}

/**
 * A desk for specs that need neither a program nor a library of their own: starting one costs as much as a usual spec.
 * The program and its window stay for all specs of a worker (a failed spec ends its worker); articles, labels, templates,
 * pictures and settings of a spec are gone before the next. A spec that publishes, kills, listens to the window, keeps
 * word lists or filters the library uses fixtures.ts: those would stay.
 */
export const test = base.extend<{ desk: Desk }, { standingDesk: StandingDesk }>({
  standingDesk: [
    async ({ browser }, use, { project }) => {
      const { locale, timezoneId, viewport, contextOptions } = project.use
      const libraryFolder = await mkdtemp(join(tmpdir(), 'galley-e2e-'))
      const newPage = async () =>
        (await browser.newContext({ ...contextOptions, locale, timezoneId, viewport })).newPage()
      const { close, ...desk } = await openDesk(project.name, libraryFolder, newPage)
      const home = new URL('/#/library', desk.page.url()).href
      await use({ ...desk, home, settings: await desk.client.settings.get() })
      await close()
      await rm(libraryFolder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  desk: async ({ standingDesk: { settings, home, ...desk } }, use, { project }) => {
    await use(desk)
    await clearWindow(desk.page, home)
    await emptyLibrary(desk.client, settings)
    if (project.use.viewport) await desk.page.setViewportSize(project.use.viewport)
  },
})

/** Back to the library, nothing open, nothing remembered of how things looked. */
async function clearWindow(page: Page, home: string): Promise<void> {
  await page.goto(home)
  await page.evaluate(() => localStorage.clear())
  if ((await page.getByRole('dialog').count()) > 0) await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function emptyLibrary(client: Client, { person, ...settings }: Settings): Promise<void> {
  const listed = await client.articles.list({ limit: 100 })
  const trashed = await client.articles.list({ limit: 100, filter: { state: 'trash' } })
  const ids = [...listed.items, ...trashed.items].map(({ id }) => id)
  if (ids.length > 0) {
    await client.articles.trash({ ids })
    await client.articles.deleteForever({ ids })
  }
  for (const { id } of await client.categories.list())
    await client.categories.delete({ id, reassignTo: null })
  for (const { id } of await client.tags.list({})) await client.tags.delete({ id })
  for (const { id } of await client.bylines.list({})) await client.bylines.delete({ id })
  for (const { id } of await client.snippets.list()) await client.snippets.delete({ id })
  for (const { id } of await client.templates.list()) await client.templates.delete({ id })
  const { items: pictures } = await client.media.list({ limit: 100 })
  if (pictures.length > 0) await client.media.delete({ ids: pictures.map(({ id }) => id) })
  await client.settings.update({ ...settings, person: { name: person.name, colour: person.colour } })
}
