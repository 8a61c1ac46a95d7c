import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultLibraryFolder } from '../common/default-library-folder.ts'

export interface BrowserHostOptions {
  readonly libraryFolder: string
  /** 0: any free one; undefined: the library's own, so that the desk's origin stays the same. */
  readonly port: number | undefined
  readonly open: boolean
  /** Folder of the built interface, or, while developing, the address of a Vite server. */
  readonly renderer: string | undefined
  /** Keeps the session across restarts while developing. */
  readonly session: string | undefined
}

export const usage = `Usage: galley-browser [options]

  --library <folder>   the library to open (GALLEY_LIBRARY; default: ${defaultLibraryFolder()})
  --port <n>           port on 127.0.0.1 (GALLEY_PORT; default: always the same for a library)
  --no-open            only print the address (GALLEY_NO_OPEN=1)
  --renderer <folder>  the built interface (GALLEY_RENDERER)
  --help               this text`

/** @throws Error with one line for the person who typed it. */
export function readOptions(args: readonly string[], env = process.env): BrowserHostOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      library: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean', default: true },
      renderer: { type: 'string' },
      help: { type: 'boolean' },
    },
    allowNegative: true,
  })
  if (values.help) return 'help'
  const asked = values.port ?? (env.GALLEY_PORT || undefined)
  const port = asked === undefined ? undefined : Number(asked)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535))
    throw new Error('--port is a number up to 65535')
  return {
    libraryFolder: resolve(values.library ?? (env.GALLEY_LIBRARY || defaultLibraryFolder(env))),
    port,
    open: values.open && !env.GALLEY_NO_OPEN,
    renderer: values.renderer ?? (env.GALLEY_RENDERER || undefined),
    session: env.GALLEY_DEV_SESSION || undefined,
  }
}
