import { afterAll, beforeAll } from 'vitest'
import { type HostProcess, startHost } from '../e2e/start-host.ts'
import { type Client, connectClient } from '../helpers/connect-client.ts'

/**
 * A program on a library, for all rounds of a test: who opens what a kill has left goes on until it is killed itself.
 * It ends with the test.
 */
export function lastingProgram(libraryFolder: string) {
  let host: HostProcess | undefined
  let client: Client
  let hangUp: () => void

  async function open(): Promise<Client> {
    host = await startHost(libraryFolder)
    ;({ client, close: hangUp } = await connectClient(await host.issueAddress()))
    return client
  }
  // A client can be called, and the test runner calls what it is answered.
  beforeAll(async () => void (await open()))
  afterAll(async () => {
    hangUp?.()
    await host?.stop()
  })

  return {
    client: () => client,
    /** Opens the library again after a kill. */
    reopen: open,
    /**
     * Has the program work, through its contract, until it has acknowledged `count` things and `delay` milliseconds
     * more, and kills it as a power cut would: SIGKILL, in whatever it is doing.
     *
     * @param work goes on without end
     * @returns what was acknowledged. @throws when the work broke before the kill: then nothing was tested.
     */
    async killAtRandom<Acknowledged>(
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
        await host?.kill()
        hangUp()
      }
      return acknowledged
    },
  }
}
