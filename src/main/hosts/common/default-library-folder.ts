import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the library lies unless the editor says otherwise, as each operating system has it. */
export function defaultLibraryFolder(env = process.env, platform = process.platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Galley', 'Library')
  if (platform === 'win32')
    return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Galley', 'Library')
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'galley', 'library')
}
