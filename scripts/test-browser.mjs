import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { environment, root } from './setup.mjs'

/** Debian's packages, and a file of each. The shell is the same Chromium without a window: a quarter quicker for specs. */
const packages = {
  chromium: '/usr/bin/chromium',
  'chromium-headless-shell': '/usr/bin/chromium-headless-shell',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
}

/** Begins to install what Debian has of it, while other things are installed too. Resolves when that has ended. */
export function beginTestBrowser() {
  const isDebian = existsSync('/usr/bin/apt-get')
  const isRoot = process.getuid?.() === 0
  const missing = Object.entries(packages).flatMap(([name, file]) => (existsSync(file) ? [] : [name]))
  if (!isDebian || !isRoot || missing.length === 0) return Promise.resolve()
  console.log(`Installing ${missing.join(', ')} with apt …`)
  // One by one: not every release has the shell, and the specs do without it. In one go: who calls this is busy.
  const install = missing.map((name) => `apt-get install -y -qq --no-install-recommends ${name} >/dev/null`)
  const child = spawn('/bin/sh', ['-c', ['apt-get update -qq', ...install].join('; ')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return new Promise((resolve) => {
    child.once('error', resolve)
    child.once('exit', resolve)
  })
}

/** Sees to a Chromium for the end-to-end specs where Debian gave none. Answers what could not be had. */
export function installTestBrowser(node) {
  if (existsSync(packages.chromium)) return []
  const { status, stdout, stderr } = spawnSync(
    node,
    [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
    { cwd: root, encoding: 'utf8', env: environment(node) },
  )
  if (status === 0) return []
  console.error(`${stdout}${stderr}`)
  return ['no Chromium could be installed: the end-to-end specs fail']
}
