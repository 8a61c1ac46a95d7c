import { runCli } from './hosts/cli/run-cli.ts'
import { locateProgram } from './hosts/common/program.ts'

await runCli(locateProgram(import.meta.url), process.argv.slice(2))
