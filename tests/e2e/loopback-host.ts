import { runBrowserHost } from '../../src/main/hosts/browser/run-browser-host.ts'
import { locateProgram } from '../../src/main/hosts/common/program.ts'

// The browser host, except that it fetches pictures from this machine too: servers of tests are on loopback.
await runBrowserHost(
  locateProgram(new URL('../../src/main/browser-host.ts', import.meta.url).href),
  process.argv.slice(2),
  { isAllowedAddress: () => true },
)
