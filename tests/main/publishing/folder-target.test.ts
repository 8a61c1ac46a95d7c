import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { TargetId } from '#shared/model/ids.ts'
import { compare, createManifest } from '../../../src/main/core/publishing/manifest.ts'
import { createFolderTarget } from '../../../src/main/core/publishing/targets/folder/folder.target.ts'
import { writeShare } from '../../../src/main/core/publishing/write-share.ts'
import type { SiteFile } from '../../../src/main/core/site/site-file.ts'

it('waits for a folder that goes while it is written to, and puts none in its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-site-'))
  const files: SiteFile[] = [{ path: 'a.html', kind: 'list', key: 'a', read: () => Buffer.from('甲') }]
  const manifest = createManifest()
  const target = createFolderTarget(async ({ difference }, places) => {
    rmSync(folder, { recursive: true })
    const share = { counter: new Int32Array(new SharedArrayBuffer(4)), end: 'front' } as const
    return writeShare(
      files,
      difference.send,
      share,
      (path) => join(places.get('') ?? '', path),
      () => {},
    )
  })
  const applied = target.apply({
    target: { id: 1 as TargetId, uid: 'uid', config: { kind: 'folder', folder }, root: null },
    root: 'root',
    manifest,
    files,
    difference: compare(manifest, files),
    checkpoint() {},
    progress() {},
  })
  await expect(applied).rejects.toMatchObject({ name: 'RetryableError', reason: 'folder-missing' })
  expect(existsSync(folder)).toBe(false)
})
