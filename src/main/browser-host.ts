import { runBrowserHost } from './hosts/browser/run-browser-host.ts'
import { locateProgram } from './hosts/common/program.ts'

await runBrowserHost(locateProgram(import.meta.url), process.argv.slice(2))
