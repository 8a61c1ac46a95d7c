// Runs on the system's Node 20 with nothing installed: only what Node brings.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'
const packagedNode = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node')
/** The Node that runs npm: it stays when node_modules is replaced. */
const systemNode = process.env.npm_node_execpath ?? process.execPath

export const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

export function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(value))
}

/** For expected trouble: one message, no stack. */
export function fail(message) {
  console.error(message)
  process.exit(1)
}

/** The environment for programs of ours: Node 24 is the `node` they find. */
export const environment = (node, extra = {}) => ({
  ...process.env,
  PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  NODE_COMPILE_CACHE: join(root, '.cache/compile'),
  ...extra,
})

/** Makes node_modules equal the lock file, and answers the Node that runs Galley. */
export function install() {
  const cli = process.env.npm_execpath
  const npm = (args) =>
    cli
      ? spawnSync(systemNode, [cli, ...args], { cwd: root, encoding: 'utf8' })
      : spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: windows })
  if (!isInstalled()) {
    console.log('Installing what Galley needs (only the first time, about a minute) …')
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    let result = npm(['ci', ...options])
    // A registry that lacks a package for some other machine makes `ci` doubt the lock file; `install` does not.
    if (/EUSAGE/.test(result.stderr ?? '')) result = npm(['install', '--no-save', ...options])
    if (result.status !== 0) {
      fail(
        `${result.stdout ?? ''}${result.stderr ?? ''}\nThe packages could not be installed. Is there a network? Try again: nothing is lost.`,
      )
    }
  }
  return installNode()
}

/** Compares the lock file with npm's own record of what is there; optional packages for other machines may lack. */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {}
  const present = readJson(join(root, 'node_modules/.package-lock.json'))?.packages
  if (!present) return false
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || optional || link) return true
    return present[path]?.version === version
  })
}

function installNode() {
  const works = (node) => {
    const { status, stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
    return status === 0 && Number.parseInt(stdout, 10) >= 24
  }
  if (!existsSync(packagedNode) || !works(packagedNode)) {
    if (works(systemNode)) return systemNode
    console.log('Fetching Node 24 …')
    const { stdout, stderr } = spawnSync(systemNode, ['installArchSpecificPackage.js'], {
      cwd: join(root, 'node_modules/node'),
      encoding: 'utf8',
    })
    if (!existsSync(packagedNode) || !works(packagedNode))
      fail(
        `${stdout ?? ''}${stderr ?? ''}\nNode 24 could not be fetched. Install Node 24 yourself, or try again with a network.`,
      )
  }
  const link = join(root, 'node_modules/.bin/node')
  if (!windows && !existsSync(link)) {
    try {
      symlinkSync('../node/bin/node', link)
    } catch {
      // Someone else's link stays; nothing of ours needs it.
    }
  }
  return packagedNode
}

const buildInputs = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const buildStamp = join(root, '.cache/build.json')

/** Builds when a source differs from what was built last. Answers the output of a failed build, else null. */
export function build(node) {
  const inputs = hashOf(buildInputs)
  const outputs = ['main/browser-host.js', 'preload/index.cjs', 'renderer/index.html']
  const isBuilt = outputs.every((file) => existsSync(join(root, 'out', file)))
  if (isBuilt && readJson(buildStamp)?.inputs === inputs) return null
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    env: environment(node, { NODE_ENV: 'production' }),
  })
  if (status !== 0) return `${stdout}${stderr}`
  writeJson(buildStamp, { inputs })
  return null
}

function hashOf(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    const entries = existsSync(join(root, path)) ? readdirSafely(path) : []
    if (entries) for (const entry of entries) add(join(path, entry))
    else
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
        .update('\0')
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

function readdirSafely(path) {
  try {
    return readdirSync(join(root, path)).sort()
  } catch (error) {
    if (error.code === 'ENOTDIR') return null
    throw error
  }
}

export const hasDisplay = () =>
  windows || process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * Calls back when the program is to end: asked to, or because npm is gone, which does not always pass a signal on
 * through its shell. Ctrl+C reaches the whole terminal group: the child handles that itself.
 */
export function whenEnding(end) {
  const parent = process.ppid
  process.on('SIGINT', () => {})
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
  setInterval(() => process.ppid !== parent && end(), 500).unref()
}
