import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { environment, hasDisplay, install, root, whenEnding } from './setup.mjs'

const node = install()
const children = []
const start = (args, extra = {}) => {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: environment(node, extra) })
  children.push(child)
  child.once('exit', (code) => {
    for (const other of children) other.kill()
    process.exitCode = code ?? 0
  })
}

if (hasDisplay() && existsSync(join(root, 'node_modules/electron/path.txt'))) {
  start([join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--watch'])
} else {
  const vitePort = process.env.GALLEY_VITE_PORT ?? '5173'
  const port = process.env.GALLEY_PORT ?? '4270'
  start(['scripts/dev-server.mjs', vitePort])
  // The session outlives restarts, so that the open window only reconnects.
  const session = process.env.GALLEY_DEV_SESSION ?? randomBytes(16).toString('hex')
  const renderer = `http://127.0.0.1:${vitePort}`
  start(
    [
      '--watch',
      '--watch-preserve-output',
      'src/main/browser-host.ts',
      '--no-open',
      '--port',
      port,
      '--renderer',
      renderer,
      ...process.argv.slice(2),
    ],
    { GALLEY_DEV_SESSION: session },
  )
}
whenEnding(() => {
  for (const child of children) child.kill()
})
