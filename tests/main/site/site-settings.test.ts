import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseFile } from '../../../src/main/core/database/open-library.ts'
import { openSiteDesk, type SiteDesk } from './site-desk.ts'

let desk: SiteDesk
beforeEach(async () => {
  desk = await openSiteDesk()
})
afterEach(() => desk.close())

test('a site whose settings nobody has saved is made with those that the desk shows', async () => {
  const { site } = await desk.client.settings.get()
  const page = desk.read('index.html')
  expect(page).toContain(`<title>${site.title}</title>`)
  expect(page).toContain(`<link rel="canonical" href="${site.baseUrl}">`)
  for (const { label } of site.hotLinks) expect(page).toContain(label)
})

test('a setting that does not hold falls back alone', async () => {
  await desk.client.settings.update({ site: { title: '知行周报' } })
  const db = new Database(databaseFile(desk.folder))
  db.exec(`UPDATE settings SET value = json_set(value, '$.pageSize', 'many') WHERE name = 'site'`)
  db.close()
  expect(desk.read('index.html')).toContain('<title>知行周报</title>')
})
