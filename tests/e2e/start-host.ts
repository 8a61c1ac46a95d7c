import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')
const node24 = join(root, 'node_modules/.bin/node')

export type HostProgram = 'out/main/browser-host.js' | 'tests/e2e/loopback-host.ts'

export interface HostProcess {
  /** An address that opens the desk once; another at every call. */
  issueAddress(): Promise<string>
  pid: number
  /** As Ctrl+C does; answers the exit code. */
  stop(): Promise<number | null>
  /** As a power cut does, for this process. */
  kill(): Promise<void>
}

/** A browser host as a process of its own, as the build made it. */
export async function startHost(
  libraryFolder: string,
  args: string[] = [],
  program: HostProgram = 'out/main/browser-host.js',
): Promise<HostProcess> {
  const node = existsSync(node24) ? node24 : process.execPath
  const child = spawn(
    node,
    [
      program,
      '--no-open',
      '--library',
      libraryFolder,
      '--renderer',
      process.env.GALLEY_RENDERER || 'out/renderer',
      ...args,
    ],
    { cwd: root, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, TZ: 'Asia/Shanghai' } },
  )
  let complaints = ''
  child.stderr.on('data', (data) => {
    complaints += data
  })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const readAddress = async () => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done) throw new Error(`The browser host ended: ${complaints}`)
      const address = /http:\/\/\S+/.exec(value)?.[0]
      if (address) return address
    }
  }
  let first: string | null = await readAddress()
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
    return child.exitCode
  }
  return {
    pid: child.pid ?? 0,
    issueAddress() {
      const address = first
      first = null
      if (address) return Promise.resolve(address)
      child.stdin.write('\n')
      return readAddress()
    },
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  }
}
