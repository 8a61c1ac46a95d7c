import { gates, runGates } from './gates.mjs'
import { install } from './setup.mjs'
import { beginTestBrowser, installTestBrowser } from './test-browser.mjs'

const packages = beginTestBrowser()
const node = install()
await packages
const notes = installTestBrowser(node)
const { build, 'end to end': endToEnd } = gates(node)
const lane = [
  ['build', build],
  ['end to end', () => endToEnd(process.argv.slice(2))],
]
await runGates([[lane]], notes)
