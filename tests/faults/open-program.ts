import { startHost } from '../e2e/start-host.ts'
import { type Client, connectClient } from '../helpers/connect-client.ts'

export interface Program {
  client: Client
  /** As Ctrl+C does; nothing when it has ended. */
  stop(): Promise<void>
  /** As a power cut does. */
  kill(): Promise<void>
}

/** A library, opened by a program of its own. */
export async function openProgram(libraryFolder: string): Promise<Program> {
  const host = await startHost(libraryFolder)
  const { client, close } = await connectClient(await host.issueAddress())
  return {
    client,
    async stop() {
      close()
      await host.stop()
    },
    async kill() {
      await host.kill()
      close()
    },
  }
}
