import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Victim = 'autosave' | 'importing' | 'migration' | 'publishing'

/**
 * Runs a victim until it has acknowledged `lines` things, then `delay` milliseconds more, and kills it as a power cut
 * would: SIGKILL, in whatever it is doing.
 *
 * @returns what it had acknowledged. @throws when it ended by itself: then nothing was tested.
 */
export async function killAtRandom(
  victim: Victim,
  args: readonly string[],
  { lines, delay }: { lines: number; delay: number },
): Promise<string[]> {
  const script = join(import.meta.dirname, 'victims', `${victim}.ts`)
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const acknowledged: string[] = []
  let armed = false
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged.push(line)
    if (acknowledged.length >= lines && !armed) {
      armed = true
      setTimeout(() => child.kill('SIGKILL'), delay)
    }
  })
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done) => {
    child.on('close', (...ended) => done(ended))
  })
  if (signal !== 'SIGKILL') throw new Error(`the victim ended by itself (${code ?? signal}): ${errors}`)
  return acknowledged
}
