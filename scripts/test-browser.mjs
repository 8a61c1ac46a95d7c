import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { environment, root } from './setup.mjs'

/** Debian's packages, and a file of each. The shell is the same Chromium without a window: a quarter quicker for specs. */
const packages = {
  chromium: '/usr/bin/chromium',
  'chromium-headless-shell': '/usr/bin/chromium-headless-shell',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
}

/** Sees to a Chromium and Chinese fonts for the end-to-end specs. Answers what could not be had. */
export function installTestBrowser(node) {
  const isDebian = existsSync('/usr/bin/apt-get')
  const isRoot = process.getuid?.() === 0
  const missing = Object.entries(packages).flatMap(([name, file]) => (existsSync(file) ? [] : [name]))
  if (isDebian && isRoot && missing.length > 0) {
    console.log(`Installing ${missing.join(', ')} with apt …`)
    apt(['update', '-q'])
    // One by one: not every release has the shell, and the specs do without it.
    for (const name of missing) {
      const { status, stdout, stderr } = apt(['install', '-y', '-q', '--no-install-recommends', name])
      if (status !== 0) console.error(`${stdout}${stderr}`)
    }
  }
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

const apt = (args) =>
  spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
