import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gates, runGates } from './gates.mjs'
import { hasDisplay, install, root } from './setup.mjs'
import { beginTestBrowser, installTestBrowser } from './test-browser.mjs'

const packages = beginTestBrowser()
const node = install()
await packages
const notes = installTestBrowser(node)
if (!existsSync(join(root, 'node_modules/electron/path.txt')))
  notes.push('end-to-end specs on Electron: its runtime is not installed here')
else if (!hasDisplay()) notes.push('end-to-end specs on Electron: there is no display')
const all = gates(node)
const lane = (...names) => names.map((name) => [name, all[name]])
await runGates(
  [[lane('format and lint', 'layers', 'types'), lane('build', 'tests')], [lane('end to end')]],
  notes,
)
