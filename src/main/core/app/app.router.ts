import { realpath } from 'node:fs/promises'
import { isAbsolute, sep } from 'node:path'
import { implement } from '@orpc/server'
import { app as contract } from '#shared/contract/app.ts'
import { invalid, notFound, refused } from '../errors.ts'
import type { Platform } from '../platform.ts'

const openable = new Set(['http:', 'https:', 'mailto:'])

/** The machine around the core. `targetFolders`: where sites are published, which may be shown like the library. */
export function createAppRouter(platform: Platform, targetFolders: () => string[]) {
  const os = implement(contract)
  return os.router({
    info: os.info.handler(() => ({
      version: platform.version,
      host: platform.host,
      platform: process.platform,
      mediaBase: platform.mediaBase,
      previewBase: platform.previewBase,
      dialogs: platform.dialogs !== null,
    })),
    openExternal: os.openExternal.handler(async ({ input }) => {
      const url = URL.parse(input.url)
      if (!url || !openable.has(url.protocol)) throw invalid('url')
      await platform.openExternal(url.href)
    }),
    pickFolder: os.pickFolder.handler(async ({ input }) => {
      if (!platform.dialogs) throw refused('no-dialogs')
      return { folder: await platform.dialogs.pickFolder(input.title) }
    }),
    revealFile: os.revealFile.handler(async ({ input }) => {
      const path = isAbsolute(input.path) && (await realpath(input.path).catch(() => null))
      if (!path) throw notFound('file', input.path)
      const folders = await Promise.all(
        [platform.libraryFolder, ...targetFolders()].map((folder) => realpath(folder).catch(() => folder)),
      )
      if (!folders.some((folder) => path === folder || path.startsWith(folder + sep)))
        throw refused('outside-library')
      await platform.revealFile(path)
    }),
  })
}
