import type { TestCore } from './create-test-core.ts'

/** Waits until every picture of a started core has its smaller forms. */
export async function renditionsMade(client: TestCore['client']): Promise<void> {
  const stop = new AbortController()
  const changes = await client.media.changed(undefined, { signal: stop.signal })
  try {
    if ((await client.media.status()).pending === 0) return
    for await (const { pending } of changes) if (pending === 0) return
  } finally {
    stop.abort()
  }
}
