import type { Client } from '../helpers/connect-client.ts'
import type { Program } from './open-program.ts'

/**
 * Has a program work on its library, through its contract, until it has acknowledged `count` things and `delay`
 * milliseconds more, and kills it as a power cut would: SIGKILL, in whatever it is doing.
 *
 * @param work goes on without end
 * @returns what was acknowledged. @throws when the work broke before the kill: then nothing was tested.
 */
export async function killAtRandom<Acknowledged>(
  { client, kill }: Program,
  work: (client: Client, acknowledge: (what: Acknowledged) => void) => Promise<never>,
  { count, delay }: { count: number; delay: number },
): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = []
  try {
    await new Promise<void>((resolve, reject) => {
      work(client, (what) => {
        if (acknowledged.push(what) === count) setTimeout(resolve, delay)
      }).catch(reject)
    })
  } finally {
    await kill()
  }
  return acknowledged
}
