import { gates, runGates } from './gates.mjs'
import { install } from './setup.mjs'

const { 'format and lint': lint, layers, types, tests } = gates(install())
const unit = [
  'tests/main',
  'tests/shared',
  'tests/renderer',
  'tests/migrations',
  'tests/contract',
  'tests/scripts',
]
const reading = [
  ['types', types],
  ['format and lint', lint],
  ['layers', layers],
]
await runGates([[reading, [['unit tests', () => tests(unit)]]]])
