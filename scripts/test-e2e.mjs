import { gates, runGates } from './gates.mjs'
import { install } from './setup.mjs'
import { installTestBrowser } from './test-browser.mjs'

const node = install()
const notes = installTestBrowser(node)
const { build, 'end to end': endToEnd } = gates(node)
const lane = [
  ['build', build],
  ['end to end', () => endToEnd(process.argv.slice(2))],
]
await runGates([[lane]], notes)
