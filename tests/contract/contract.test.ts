import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../helpers/create-test-core.ts'
import { createTestRouter } from './test-router.ts'
import { type Connected, transports } from './transports.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe.each(Object.entries(transports))('the contract over %s', (_name, connect) => {
  let core: TestCore
  let connected: Connected
  let client: Connected['client']

  beforeEach(async () => {
    core = await createTestCore()
    connected = await connect(createTestRouter(core.core))
    client = connected.client
  })

  afterEach(async () => {
    await connected.close()
    await core.stop()
  })

  test('calls answer what the core answers', async () => {
    const created = await client.categories.create({ name: '业界动态' })
    expect(created).toMatchObject({ name: '业界动态', parentId: null, articleCount: 0 })
    expect(await client.categories.list()).toEqual([created])
  })

  test('calls overlap', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `栏目${n}`)
    await Promise.all(names.map((name) => client.categories.create({ name })))
    expect((await client.categories.list()).map(({ name }) => name).sort()).toEqual(names.sort())
  })

  test('declared errors carry their code and data', async () => {
    await expect(client.articles.get({ id: 404 as never })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
      data: { entity: 'article', id: 404 },
    })
  })

  test('a conflict carries the row as it is now', async () => {
    const { id, version } = await client.articles.create({ title: '甲' })
    await client.articles.save({ id, baseVersion: version, changes: { title: '乙' } })
    await expect(
      client.articles.save({ id, baseVersion: version, changes: { title: '丙' } }),
    ).rejects.toMatchObject({ code: 'CONFLICT', defined: true, data: { current: { id, title: '乙' } } })
  })

  test('input that the contract does not allow is refused', async () => {
    await expect(client.categories.create({ name: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('an unexpected error hides its message behind the id of its log line', async () => {
    const error = await client.test.break().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      data: { logId: expect.stringMatching(/^\w{8}$/) },
    })
    expect(JSON.stringify(error) + String(error)).not.toContain('secret')
  })

  test('a file arrives whole', async () => {
    const stored = await client.media.upload({ file: new File([png], '一像素.png', { type: 'image/png' }) })
    expect(stored).toMatchObject({ fileName: '一像素.png', mime: 'image/png', bytes: png.length, width: 1 })
    const large = new Uint8Array(3_000_000).map((_, n) => n % 251)
    const echoed = await client.test.echo({ file: new File([large], 'large.bin') })
    const { file } = echoed as { file: File }
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(large))).toBe(true)
  })

  test('dates, undefined, large numbers, maps and text of every kind survive', async () => {
    const value = {
      at: new Date('2025-07-31T03:36:49Z'),
      missing: undefined,
      empty: null,
      big: 2n ** 70n,
      map: new Map([['阅读', 129]]),
      set: new Set(['头条']),
      text: '“再造” \u{20BB7}野家\r\n\0 end',
      list: [undefined, 1, ''],
    }
    expect(await client.test.echo(value)).toEqual(value)
  })

  test('documents survive, wherever they stand', async () => {
    const block = {
      type: 'paragraph',
      attrs: { align: null },
      content: [{ type: 'text', text: '“再造”\n"\\' }],
    }
    const doc = { type: 'doc', content: [block, { type: 'horizontalRule' }, block] }
    const value = { at: new Date(0), articles: [{ doc, missing: undefined }, { doc: { type: 'doc' } }] }
    expect(await client.test.echo(value)).toEqual(value)
    expect(await client.test.echo(doc)).toEqual(doc)
  })

  test('events arrive in order, and leaving the stream ends it at the source', async () => {
    const ended = client.whenStreamEnds()
    const seen: number[] = []
    for await (const n of await client.test.count()) {
      seen.push(n)
      if (seen.length === 5) break
    }
    expect(seen).toEqual([0, 1, 2, 3, 4])
    await ended
    expect(await client.test.openStreams()).toBe(0)
  })

  test('aborting ends a stream at the source', async () => {
    const ended = client.whenStreamEnds()
    const controller = new AbortController()
    const stream = await client.test.count(undefined, { signal: controller.signal })
    await stream.next()
    controller.abort()
    // In one process a generator notices when it is asked for more.
    await stream.next().catch(() => undefined)
    await ended
    expect(await client.test.openStreams()).toBe(0)
  })

  test('what the core announces reaches the window', async () => {
    const controller = new AbortController()
    const stream = await client.settings.changed(undefined, { signal: controller.signal })
    const next = stream.next()
    await client.settings.update({ interface: { language: 'en' } })
    expect((await next).value).toMatchObject({ interface: { language: 'en' } })
    controller.abort()
  })
})
