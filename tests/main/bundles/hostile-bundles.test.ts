import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NodeJson } from '#shared/document/document-json.ts'
import { contentHash } from '../../../src/main/core/bundles/portable-content.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { buildDocument } from '../../helpers/factories/document.ts'
import { hasShared, sharedFile } from '../../helpers/shared-folder.ts'

let core: TestCore
let other: TestCore
let good: Record<string, Uint8Array<ArrayBuffer>>

beforeEach(async () => {
  core = await createTestCore()
  other = await createTestCore()
  const { id } = await other.client.articles.create(buildArticle({ title: '好稿' }))
  const file = await other.client.bundles.export({ articleId: id })
  good = { ...unzipSync(new Uint8Array(await file.arrayBuffer())) }
})
afterEach(async () => {
  await core.stop()
  await other.stop()
})

const fileOf = (bytes: Uint8Array) => new File([new Uint8Array(bytes)], 'x.galley')
const packed = (changes: Zippable) => fileOf(zipSync({ ...good, ...changes }))
const read = (name: string) => JSON.parse(new TextDecoder().decode(good[name]))
const json = (value: unknown) => strToU8(JSON.stringify(value))

/** A bundle whose hashes are right, whatever it holds. */
function withContent(change: (content: Record<string, unknown>) => void, manifest: object = {}): File {
  const content = read('content.json')
  change(content)
  const hash = contentHash(content)
  return packed({
    'content.json': json(content),
    'base.json': json(content),
    'manifest.json': json({ ...read('manifest.json'), content: hash, base: hash, ...manifest }),
  })
}

/** Neither inspecting nor merging takes it, and nothing of it is left. */
async function expectRefused(file: File, reason: string) {
  const refusal = { data: { reason } }
  await expect(core.client.bundles.inspect({ file })).rejects.toMatchObject(refusal)
  await expect(core.client.bundles.merge({ file })).rejects.toMatchObject(refusal)
  expect((await core.client.articles.list({})).total).toBe(0)
  expect((await core.client.media.list({})).total).toBe(0)
}

describe('a file that is no sound bundle', () => {
  test('of another kind, empty, or cut off', async () => {
    await expectRefused(fileOf(strToU8('# Markdown')), 'not-a-bundle')
    await expectRefused(fileOf(new Uint8Array()), 'not-a-bundle')
    await expectRefused(fileOf(zipSync({ 'content.json': json({}) })), 'not-a-bundle')
    const whole = zipSync(good)
    await expectRefused(fileOf(whole.subarray(0, whole.length / 2)), 'bundle-damaged')
    await expectRefused(fileOf(zipSync({ 'manifest.json': json({ format: 'other' }) })), 'not-a-bundle')
  })

  test('of a later Galley is left alone', async () => {
    const later = { ...read('manifest.json'), version: 2, whatever: true }
    await expectRefused(packed({ 'manifest.json': json(later) }), 'bundle-newer')
  })

  test('with names that lead elsewhere, or files that nobody expects', async () => {
    for (const name of [
      '../evil.json',
      '/etc/passwd',
      'media/../../x',
      'C:\\x',
      'content.json/',
      'media/abc',
      'a.js',
    ])
      await expectRefused(packed({ [name]: strToU8('x') }), 'bundle-damaged')
  })

  test('that grows without end, whatever it says about its size', async () => {
    const bomb = new Uint8Array(40 * 1024 * 1024)
    await expectRefused(packed({ 'threads.json': bomb }), 'bundle-too-large')
    const lying = zipSync({ ...good, 'threads.json': bomb })
    // Sizes in headers are claims: 22 and 24 bytes into the local and the central header.
    for (let at = 0; at + 30 < lying.length; at++) {
      const signature = lying.subarray(at, at + 4).join()
      if (signature === '80,75,3,4') lying.set([16, 0, 0, 0], at + 22)
      if (signature === '80,75,1,2') lying.set([16, 0, 0, 0], at + 24)
    }
    await expectRefused(fileOf(lying), 'bundle-too-large')
  })

  test('whose hashes, pictures or JSON are not what they should be', async () => {
    const content = { ...read('content.json'), title: '换过的题' }
    await expectRefused(packed({ 'content.json': json(content) }), 'bundle-damaged')
    await expectRefused(packed({ 'base.json': strToU8('{') }), 'bundle-damaged')
    await expectRefused(packed({ 'base.json': new Uint8Array([0x22, 0xff, 0x22]) }), 'bundle-damaged')
    await expectRefused(packed({ 'threads.json': strToU8('['.repeat(100_000)) }), 'bundle-damaged')
    const bytes = strToU8('no picture')
    const id = createHash('sha256').update(bytes).digest('hex')
    await expectRefused(packed({ [`media/${id}`]: bytes }), 'bundle-damaged')
    const listed = { ...read('manifest.json'), media: [{ id, fileName: 'a.png' }] }
    await expectRefused(
      packed({ 'manifest.json': json(listed), [`media/${id}`]: strToU8('other bytes') }),
      'bundle-damaged',
    )
    const honest = packed({ 'manifest.json': json(listed), [`media/${id}`]: bytes })
    await expect(core.client.bundles.merge({ file: honest })).rejects.toMatchObject({
      data: { reason: 'not-an-image' },
    })
    expect((await core.client.articles.list({})).total).toBe(0)
  })

  test('whose document does not fit the schema, or is nested beyond reason', async () => {
    const paragraph = (node: NodeJson) =>
      withContent((content) => Object.assign(content, { doc: buildDocument(node) }))
    await expectRefused(paragraph({ type: 'script' }), 'bundle-damaged')
    await expectRefused(
      paragraph({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        ],
      }),
      'bundle-damaged',
    )
    const text = JSON.stringify(read('content.json'))
    const nested = `${'{"type":"blockquote","content":['.repeat(5_000)}{"type":"paragraph"}${']}'.repeat(5_000)}`
    await expectRefused(
      packed({
        'content.json': strToU8(text.replace(/"doc":.*/, `"doc":{"type":"doc","content":[${nested}]}}`)),
      }),
      'bundle-damaged',
    )
    await expectRefused(
      withContent(() => {}, { uid: '../../x' }),
      'bundle-damaged',
    )
    await expectRefused(
      withContent((content) => Object.assign(content, { title: 1 })),
      'bundle-damaged',
    )
  })
})

test('what the schema does not know is left outside', async () => {
  const file = withContent((content) =>
    Object.assign(content, {
      __proto__: { polluted: true },
      doc: buildDocument({
        type: 'paragraph',
        attrs: { onclick: 'alert(1)', align: null },
        content: [{ type: 'text', text: '文' }],
      }),
    }),
  )
  const { articleId } = await core.client.bundles.merge({ file })
  expect((await core.client.articles.get({ id: articleId })).doc.content).toEqual([
    { type: 'paragraph', attrs: { align: null }, content: [{ type: 'text', text: '文' }] },
  ])
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

const corpora = ['corpora/dompurify.json', 'corpora/h5sc.json']
test.skipIf(!corpora.every(hasShared))('hostile text in every place of a bundle stays text', async () => {
  const payloads = corpora.flatMap((path) => {
    const entries: { payload: string }[] = JSON.parse(readFileSync(sharedFile(path), 'utf8'))
    return entries.map(({ payload }) => payload).filter((payload) => payload !== '')
  })
  expect(payloads.length).toBeGreaterThan(100)
  const image = (text: string): NodeJson => ({
    type: 'image',
    attrs: { media: 'a'.repeat(64), alt: text, caption: text },
  })
  const file = withContent((content) =>
    Object.assign(content, {
      title: payloads[0]?.slice(0, 400),
      dek: payloads[1]?.slice(0, 400),
      sourceName: '"><img src=x onerror=alert(1)>',
      doc: buildDocument(...payloads.flatMap((payload) => [payload, image(payload)])),
    }),
  )
  const { articleId } = await core.client.bundles.merge({ file })
  const { doc } = await core.client.articles.get({ id: articleId })
  expect(doc.content?.[0]?.content?.[0]?.text).toBe(payloads[0])
  expect(doc.content).toHaveLength(payloads.length * 2)
})
