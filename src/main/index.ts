import { locateProgram } from './hosts/common/program.ts'
import { runDesktopHost } from './hosts/desktop/run-desktop-host.ts'

runDesktopHost(locateProgram(import.meta.url))
