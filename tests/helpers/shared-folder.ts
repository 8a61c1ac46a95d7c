import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Data for tests that lies outside the repository; tests that need it are skipped where it is absent. */
export const sharedFolder = resolve(process.env.GALLEY_SHARED ?? '../shared')
export const sharedFile = (path: string): string => resolve(sharedFolder, path)
export const hasShared = (path: string): boolean => existsSync(sharedFile(path))
