import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findElectron } from './electron-runtime.mjs'
import { build, environment, fail, hasDisplay, install, root, whenEnding } from './setup.mjs'

const args = process.argv.slice(2)
const node = install()
const problem = build(node)
if (problem) fail(`${problem}\nGalley could not be built.`)

/** Runs until the program ends; signals are its own business. Answers its exit code and how long it lived. */
function run(program, programArgs) {
  const since = Date.now()
  const child = spawn(program, programArgs, { cwd: root, stdio: 'inherit', env: environment(node) })
  whenEnding(() => child.kill('SIGTERM'))
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, lived: 0 }))
    child.once('exit', (code, signal) =>
      resolve({ code: code ?? (signal ? 130 : 1), lived: Date.now() - since }),
    )
  })
}

const wantsBrowser = args.includes('--no-open') || process.env.GALLEY_NO_OPEN
const electron = hasDisplay() && !wantsBrowser ? findElectron(node) : null
if (electron) {
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const { code, lived } = await run(electron, [...flags, '.', ...args])
  if (code === 0 || lived > 5_000) process.exit(code)
  console.log('Electron does not run here, so Galley opens in a browser.')
}
const { code } = await run(node, [join('out', 'main', 'browser-host.js'), ...args])
process.exit(code)
