import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What ships with Galley. The entries lie two folders below the root, as source and as built files. */
export interface Program {
  readonly version: string
  readonly resourcesFolder: string
  readonly rendererFolder: string
}

export function locateProgram(entryUrl: string): Program {
  const root = fileURLToPath(new URL('../../', entryUrl))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { version, resourcesFolder: join(root, 'resources'), rendererFolder: join(root, 'out', 'renderer') }
}
