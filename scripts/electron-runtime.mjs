import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, readJson, root, writeJson } from './setup.mjs'

const folder = join(root, 'node_modules/electron')
const refusal = join(root, '.cache/electron-refused.json')
/** A place that could not be reached is tried again after so long. */
const patience = 3 * 24 * 3600 * 1000

/** The Electron program, fetched when that can be done; null with the reason printed when it cannot. */
export function findElectron(node) {
  const present = installed()
  if (present) return present
  const { version } = readJson(join(folder, 'package.json'))
  const known = readJson(refusal)
  const isKnown = known?.version === version && Date.now() - known.at < patience
  if (isKnown || !isReachable(node, version)) {
    if (!isKnown) writeJson(refusal, { version, at: Date.now() })
    console.log('The Electron runtime cannot be downloaded here, so Galley opens in a browser.')
    return null
  }
  console.log('Downloading the Electron runtime (only the first time, about 110 MB) …')
  const proxied = process.env.HTTPS_PROXY || process.env.https_proxy
  spawnSync(node, [join(folder, 'install.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 10 * 60_000,
    env: environment(node, proxied ? { ELECTRON_GET_USE_PROXY: '1' } : {}),
  })
  const fetched = installed()
  if (!fetched) {
    writeJson(refusal, { version, at: Date.now() })
    console.log('The Electron runtime could not be downloaded, so Galley opens in a browser.')
  }
  return fetched
}

function installed() {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : null
}

function isReachable(node, version) {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/'
  const url = `${base.replace(/\/?$/, '/')}v${version}/SHASUMS256.txt`
  const probe = `fetch(${JSON.stringify(url)}, { signal: AbortSignal.timeout(6000) }).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`
  const { status } = spawnSync(node, ['-e', probe], {
    timeout: 8_000,
    stdio: 'ignore',
    env: environment(node, { NODE_USE_ENV_PROXY: '1' }),
  })
  return status === 0
}
