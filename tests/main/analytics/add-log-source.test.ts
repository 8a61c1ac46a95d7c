import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addLogSource } from '../../../src/main/core/analytics/add-log-source.ts'
import { createTestAnalytics, type TestAnalytics } from './create-test-analytics.ts'
import { logLine } from './log-lines.ts'

let test: TestAnalytics
const file = (name: string, content: string | Buffer = `${logLine()}\n`) => {
  const path = join(test.folder, name)
  writeFileSync(path, content)
  return path
}
const add = (path: string) => addLogSource(test.sources, path)
const refusal = (reason: string) => ({ code: 'INVALID', data: { reason } })

beforeEach(async () => {
  test = await createTestAnalytics()
})
afterEach(() => test.stop())

describe('addLogSource', () => {
  it('takes logs, empty and packed ones too', async () => {
    expect(await add(file('a.log'))).toMatchObject({
      builtIn: false,
      lines: 0,
      lastReadAt: null,
      error: null,
    })
    expect(await add(file('empty.log', ''))).toMatchObject({ builtIn: false })
    expect(await add(file('packed.log.gz', gzipSync(logLine())))).toMatchObject({ builtIn: false })
  })

  it('refuses what is no access log', async () => {
    mkdirSync(join(test.folder, 'folder'))
    await expect(add(join(test.folder, 'folder'))).rejects.toMatchObject(refusal('not-a-file'))
    await expect(add(join(test.folder, 'nothing'))).rejects.toMatchObject(refusal('not-a-file'))
    await expect(add('access.log')).rejects.toMatchObject(refusal('not-a-file'))
    await expect(add(file('notes.txt', 'buy milk\n'))).rejects.toMatchObject(refusal('not-an-access-log'))
    await expect(add(file('bad.gz', Buffer.from([0x1f, 0x8b, 0, 1, 2])))).rejects.toMatchObject(
      refusal('not-an-access-log'),
    )
  })

  it.skipIf(process.getuid?.() === 0)('refuses what it may not read', async () => {
    const path = file('secret.log')
    chmodSync(path, 0)
    await expect(add(path)).rejects.toMatchObject(refusal('unreadable'))
  })

  it('refuses a log twice, and what rotation made of one', async () => {
    const log = file('a.log')
    await add(log)
    await expect(add(log)).rejects.toMatchObject(refusal('duplicate'))
    await expect(add(file('a.log.1'))).rejects.toMatchObject(refusal('duplicate'))
  })

  it('adds the log of the embedded server once, before there is one', () => {
    const path = join(test.folder, 'site.log')
    test.analytics.ensureBuiltInSource(path)
    test.analytics.ensureBuiltInSource(path)
    expect(test.sources.list()).toMatchObject([{ path, builtIn: true }])
  })
})
