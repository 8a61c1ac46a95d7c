import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { benchAccessLog } from './access-log.ts'
import { benchCompare } from './compare.ts'
import { benchKeystrokes } from './keystrokes.ts'
import { benchLibrary } from './library.ts'
import { benchPublishing } from './publishing.ts'
import { createReport } from './report.ts'

/**
 * `npm run bench` runs everything; `npm run bench -- library publishing access-log keystrokes compare` some of it, `--small`
 * up to 10,000 articles only. Ends with 1 when a goal is missed.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { small: { type: 'boolean' } } })
const report = createReport()
const wanted = (name: string) => positionals.length === 0 || positionals.includes(name)

console.log(
  `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
)
if (wanted('publishing')) await benchPublishing(report, [1_000, 10_000])
if (wanted('access-log')) {
  report.section('Access log into rollups, next to GoAccess')
  const { ratio } = await benchAccessLog((line) => console.log(`  ${line}`))
  report.figure('Galley to GoAccess', ratio === null ? 'skipped: not installed' : `${ratio.toFixed(2)} x`, {
    text: 'at most 0.5 x',
    met: ratio === null || ratio <= 0.5,
  })
}
if (wanted('library')) await benchLibrary(report, values.small ? [1_000, 10_000] : [1_000, 10_000, 100_000])
if (wanted('compare')) benchCompare(report)
if (wanted('keystrokes')) await benchKeystrokes(report)

if (report.missed.length > 0) {
  console.log(
    `\n${report.missed.length} goals missed:\n${report.missed.map((line) => `  ${line}`).join('\n')}`,
  )
  process.exitCode = 1
}
