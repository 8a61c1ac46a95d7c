import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SiteSettings } from '../../../src/shared/contract/settings.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'

let core: TestCore
let settings: TestCore['client']['settings']

beforeEach(async () => {
  core = await createTestCore()
  settings = core.client.settings
})
afterEach(() => core.stop())

const invalid = (reason: string) =>
  expect.objectContaining({ code: 'INVALID', data: expect.objectContaining({ reason }) })

test('begins with settings that hold', async () => {
  const { site } = await settings.get()
  expect(SiteSettings.parse(site)).toEqual(site)
  expect(site.hotLinks.map(({ label }) => label)).toEqual([
    '百度热点',
    '抖音热榜',
    '新浪微博',
    '今日头条',
    '腾讯新闻',
    '知乎热搜',
    '36氪',
    '雪球网',
  ])
  expect(site).toMatchObject({ timeZone: 'Asia/Shanghai', language: 'zh-CN', pageSize: 20, theme: 'default' })
})

test('the editor of this machine has one id from the first start on', async () => {
  const folder = join(core.folder, 'another')
  const first = await createTestCore({ folder })
  const { id } = (await first.client.settings.get()).person
  expect(id).not.toBe('')
  await first.client.settings.update({ person: { name: '林知' } })
  await first.stop()
  const again = await createTestCore({ folder })
  expect((await again.client.settings.get()).person).toMatchObject({ id, name: '林知' })
  await again.stop()
})

test('changes only what is given, and announces the result', async () => {
  const before = await settings.get()
  const abort = new AbortController()
  const changes = await settings.changed(undefined, { signal: abort.signal })
  const after = await settings.update({ site: { title: '新站' }, interface: { language: 'en' } })
  expect(after).toEqual({
    ...before,
    site: { ...before.site, title: '新站' },
    interface: { ...before.interface, language: 'en' },
    writing: before.writing,
  })
  expect(await settings.get()).toEqual(after)
  expect((await changes.next()).value).toEqual(after)
  abort.abort()
})

test.each(['Asia/Nowhere', '', 'Mars'])('refuses the time zone "%s"', async (timeZone) => {
  await expect(settings.update({ site: { timeZone } })).rejects.toEqual(invalid('time-zone'))
})

test.each([
  'http://a:99999/',
  'https:////',
  'https:////news.example.com/',
  'https://',
  'https://editor:secret@news.example.com/',
  'https://editor@news.example.com/',
  'https://news.example.com',
  'https://news.example.com/?page=1/',
  'ftp://news.example.com/',
])('refuses the address "%s" and keeps what was there', async (baseUrl) => {
  const before = await settings.get()
  await expect(settings.update({ site: { title: 'x', baseUrl } })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
  expect(await settings.get()).toEqual(before)
})

test.each([
  'https://news.example.com/',
  'http://127.0.0.1:8080/',
  'https://例子.中国/栏目/科技/',
  'https://news.example.com/@zx/',
])('takes the address "%s" as it is', async (baseUrl) => {
  await settings.update({ site: { baseUrl } })
  expect((await settings.get()).site.baseUrl).toBe(baseUrl)
})

test.each(['javascript:alert(1)', '/relative', 'mailto:a@example.com', 'java\nscript:1', ''])(
  'refuses the hot link %j and keeps what was there',
  async (url) => {
    const before = await settings.get()
    const hotLinks = [{ label: '坏', url }]
    await expect(settings.update({ site: { title: 'x', hotLinks } })).rejects.toEqual(invalid('hot-link-url'))
    expect(await settings.get()).toEqual(before)
  },
)

test('outlive the session', async () => {
  const folder = join(core.folder, '..', 'again')
  const first = await createTestCore({ folder })
  await first.client.settings.update({ interface: { colorScheme: 'dark' } })
  await first.stop()
  const second = await createTestCore({ folder })
  expect((await second.client.settings.get()).interface.colorScheme).toBe('dark')
  await second.stop()
})
