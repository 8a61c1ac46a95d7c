import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createTestCore } from '../helpers/create-test-core.ts'
import { jobSettled, publishAll } from '../helpers/publish-all.ts'
import { databaseHealth, whole } from './healthy.ts'
import { buildParagraphs } from './paragraphs.ts'
import { noSmallDisk, openSmallDisk, type SmallDisk } from './small-disk.ts'

const disks: SmallDisk[] = []
afterEach(() => {
  for (const disk of disks.splice(0)) disk.remove()
})
const smallDisk = (megabytes: number) => {
  const disk = openSmallDisk(megabytes)
  disks.push(disk)
  return disk
}

describe.skipIf(noSmallDisk)(
  `a full or read-only disk ${noSmallDisk ? `(skipped: ${noSmallDisk})` : ''}`,
  () => {
    it('refuses saves with a clear error, keeps what was saved, and goes on once there is space', async () => {
      const disk = smallDisk(24)
      const folder = join(disk.folder, 'library')
      const { client, stop } = await createTestCore({ folder })
      const article = await client.articles.create({ title: '甲', doc: buildParagraphs(0) })
      disk.fill()

      let acknowledged = 0
      let version = article.version
      const saveNext = async () => {
        const saved = await client.articles.save({
          id: article.id,
          baseVersion: version,
          changes: { doc: buildParagraphs(acknowledged + 1) },
        })
        version = saved.version
        acknowledged++
      }
      const failure = await (async () => {
        while (acknowledged < 2000) await saveNext()
      })().catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'STORAGE', data: { reason: 'disk-full' } })
      expect((await client.articles.get({ id: article.id })).doc).toEqual(buildParagraphs(acknowledged))

      disk.free()
      await saveNext()
      await stop()
      expect(databaseHealth(folder)).toEqual(whole)

      const again = await createTestCore({ folder })
      expect((await again.client.articles.get({ id: article.id })).doc).toEqual(buildParagraphs(acknowledged))
      await again.stop()
    })

    it('leaves no half file when media or a backup does not fit', async () => {
      const disk = smallDisk(24)
      const folder = join(disk.folder, 'library')
      const { client, stop } = await createTestCore({ folder })
      await client.articles.create({ title: '甲', doc: buildParagraphs(0) })
      disk.fill(64 * 1024)

      const bytes = new Uint8Array(400 * 1024).fill(32)
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>'
      bytes.set(new TextEncoder().encode(svg))
      bytes.set(new TextEncoder().encode('</title></svg>'), bytes.length - 14)
      await expect(client.media.upload({ file: new File([bytes], 'a.svg') })).rejects.toMatchObject({
        code: 'STORAGE',
        data: { reason: 'disk-full' },
      })
      await expect(client.library.backup({})).rejects.toMatchObject({
        code: 'STORAGE',
        data: { reason: 'disk-full' },
      })
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      const left = files.filter((file) => file.isFile() && /media|backups/.test(file.parentPath))
      expect(left.map((file) => file.name)).toEqual([])
      disk.free()
      await stop()
    })

    it('fails a deploy whole: the old version stays, and the retry succeeds', async () => {
      const disk = smallDisk(8)
      const target = join(disk.folder, 'site')
      const { core, client, stop } = await createTestCore()
      await core.start()
      await client.articles.create({ title: '第一篇', doc: buildParagraphs(0) })
      const { targetId } = await publishAll(client, { folder: target })
      const home = () => readFileSync(join(target, 'current/index.html'), 'utf8')
      const before = home()

      for (let index = 0; index < 30; index++)
        await client.articles.create({ title: `新的${index}`, doc: buildParagraphs(index) })
      disk.fill(48 * 1024)
      const { job } = await publishAll(client, { targetId, expect: 'waiting-or-failed' })
      expect(job.error?.reason).toBe('disk-full')
      expect(home()).toBe(before)
      expect((await client.articles.counts({})).states.published).toBe(1)

      disk.free()
      await client.jobs.retry({ id: job.id })
      await jobSettled(client, job.id)
      expect((await client.jobs.get({ id: job.id })).state).toBe('succeeded')
      expect(home()).toContain('新的29')
      await stop()
    })

    it('says that a folder is read-only, at once and in the job', async () => {
      const disk = smallDisk(8)
      const target = join(disk.folder, 'site')
      const { core, client, stop } = await createTestCore()
      await core.start()
      await client.articles.create({ title: '第一篇', doc: buildParagraphs(0) })
      const { targetId } = await publishAll(client, { folder: target })
      await client.articles.create({ title: '第二篇', doc: buildParagraphs(1) })
      disk.setReadOnly(true)
      const { job } = await publishAll(client, { targetId, expect: 'waiting-or-failed' })
      expect(job.error?.reason).toBe('read-only')
      await expect(
        client.targets.create({ name: '另一个', config: { kind: 'folder', folder: join(disk.folder, 'b') } }),
      ).rejects.toMatchObject({ code: 'INVALID', data: { reason: 'folder-not-writable' } })
      disk.setReadOnly(false)
      await stop()
    })

    it('opens no library in a read-only folder, and says so', async () => {
      const disk = smallDisk(8)
      disk.setReadOnly(true)
      await expect(createTestCore({ folder: join(disk.folder, 'library') })).rejects.toThrow(
        /EROFS|read-only/,
      )
    })
  },
)
