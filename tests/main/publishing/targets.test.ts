import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { publishAll } from '../../helpers/publish-all.ts'

let root: string
let test: TestCore

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'galley-targets-'))
  test = await createTestCore({ folder: join(root, 'library') })
  await test.core.start()
})
afterEach(async () => {
  await test.stop()
  rmSync(root, { recursive: true, force: true })
})

const create = (folder: string, core = test) =>
  core.client.targets.create({ name: '站点', config: { kind: 'folder', folder } })
const refused = (reason: string) => ({ code: 'INVALID', data: { reason } })

it('takes only a folder of its own', async () => {
  await expect(create('site')).rejects.toMatchObject(refused('folder-not-absolute'))
  await expect(create(join(root, 'library', 'media'))).rejects.toMatchObject(refused('folder-inside-library'))
  await expect(create(root)).rejects.toMatchObject(refused('folder-inside-library'))
  writeFileSync(join(root, 'file'), '')
  await expect(create(join(root, 'file', 'site'))).rejects.toMatchObject(refused('folder-not-writable'))
  mkdirSync(join(root, 'full'))
  writeFileSync(join(root, 'full', 'index.html'), '')
  await expect(create(join(root, 'full'))).rejects.toMatchObject(refused('folder-not-empty'))

  await create(join(root, 'library', 'sites', 'local'))
  const site = await create(join(root, 'site'))
  await expect(create(join(root, 'site'))).rejects.toMatchObject(refused('folder-not-empty'))
  expect(site).toMatchObject({ currentDeploy: null, lastDeployAt: null })
})

it.runIf(process.platform === 'linux')('takes no folder of a file system that has none to give', async () => {
  await expect(create('/proc/galley/site')).rejects.toMatchObject(refused('folder-not-writable'))
})

it('leaves the site of another library alone', async () => {
  await test.client.articles.create(buildArticle())
  await publishAll(test.client, { folder: join(root, 'site') })
  const other = await createTestCore()
  try {
    await expect(create(join(root, 'site'), other)).rejects.toMatchObject(refused('folder-not-empty'))
  } finally {
    await other.stop()
  }
})

it('goes on where it was when a forgotten target is added again', async () => {
  await test.client.articles.create(buildArticle())
  const { targetId } = await publishAll(test.client, { folder: join(root, 'site') })
  await test.client.targets.delete({ id: targetId })
  const again = await create(join(root, 'site'))
  expect(again.id).toBe(targetId)
  expect(again.currentDeploy).not.toBeNull()
  const plan = await test.client.publishing.plan({ targetId, request: { kind: 'site' } })
  expect(plan).toMatchObject({ added: 0, changed: 0, removed: 0 })
})
