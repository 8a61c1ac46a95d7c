import { ORPCError } from '@orpc/server'
import { invalid, refused } from '../../errors.ts'
import { largestFile } from '../image-type.ts'
import { type FetchRules, openPicture } from './open-picture.ts'

export interface Received {
  received: number
  /** Null where the server does not say. */
  total: number | null
}

export interface FetchedPicture {
  bytes: Uint8Array<ArrayBuffer>
  name: string
}

const longest = 120_000
const progressInterval = 100

/**
 * The bytes behind an http(s) address, with progress on the way. Stops at 50 MB, after two minutes, where nothing
 * comes for 15 seconds, and where a redirect or a name leads to an address that is not public.
 */
export async function* fetchPicture(
  address: string,
  { signal, ...rules }: FetchRules & { signal?: AbortSignal } = {},
): AsyncGenerator<Received, FetchedPicture> {
  const late = AbortSignal.timeout(longest)
  const stop = signal ? AbortSignal.any([signal, late]) : late
  try {
    const { response, url } = await openPicture(address, rules, stop)
    const declared = Number(response.headers['content-length'] ?? Number.NaN)
    if (declared > largestFile) throw invalid('too-large', `${declared} bytes`)
    const total = Number.isSafeInteger(declared) ? declared : null
    const chunks: Buffer[] = []
    let received = 0
    let announced = 0
    yield { received, total }
    for await (const chunk of response) {
      chunks.push(chunk)
      received += chunk.length
      if (received > largestFile) throw invalid('too-large', `${received} bytes`)
      if (performance.now() - announced < progressInterval) continue
      announced = performance.now()
      yield { received, total }
    }
    if (!response.complete) throw refused('fetch-broken', url.host)
    return { bytes: new Uint8Array(Buffer.concat(chunks)), name: nameOf(url) }
  } catch (error) {
    if (error instanceof ORPCError) throw error
    signal?.throwIfAborted()
    if (late.aborted) throw refused('fetch-timeout', address)
    throw refused('fetch-unreachable', error instanceof Error ? error.message : String(error))
  }
}

/** The file's name in the address; '' where that says nothing, as in WeChat's `/640`. */
function nameOf({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) ?? ''
  if (!/\.(jpe?g|png|gif|webp|avif|svg)$/i.test(last)) return ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
