import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { invalid, refused } from '../../errors.ts'
import { guardedLookup, type Resolve } from './guarded-lookup.ts'
import { isPublicAddress } from './public-address.ts'

export interface FetchRules {
  /** Which addresses may be connected to; those of the public internet unless told otherwise. */
  isAllowed?: ((address: string) => boolean) | undefined
  resolve?: Resolve | undefined
}

const mostRedirects = 5
const patience = 15_000

/** Hosts that hand a picture only to readers of their own pages. */
const referrers: readonly [host: RegExp, referrer: string][] = [
  [/(^|\.)qpic\.cn$/, 'https://mp.weixin.qq.com/'],
  [/(^|\.)sinaimg\.cn$/, 'https://weibo.com/'],
]

/** The response behind an address and its redirects, each checked. INVALID and REFUSED as in `media.fetch`. */
export async function openPicture(
  address: string,
  { isAllowed = isPublicAddress, resolve }: FetchRules,
  signal?: AbortSignal,
): Promise<{ response: IncomingMessage; url: URL }> {
  let url = httpUrl(address)
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await ask(url, isAllowed, resolve, signal)
    const status = response.statusCode ?? 0
    if (status === 200) return { response, url }
    response.destroy()
    const location = response.headers.location
    if (status < 300 || status >= 400 || !location) throw refused('fetch-status', String(status))
    url = httpUrl(location, url)
  }
  throw refused('too-many-redirects', url.host)
}

function httpUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw invalid('picture-address')
  return url
}

function ask(
  url: URL,
  isAllowed: (address: string) => boolean,
  resolve: Resolve | undefined,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> {
  // A socket looks no name up where the host is an address already.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isAllowed(host)) throw refused('private-address', host)
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((answer, fail) => {
    const asked = request(
      url,
      {
        agent: false,
        lookup: guardedLookup(isAllowed, resolve),
        timeout: patience,
        signal,
        headers: {
          accept: 'image/avif,image/webp,image/*;q=0.9,*/*;q=0.5',
          'accept-encoding': 'identity',
          'user-agent': 'Mozilla/5.0 (compatible; Galley)',
          ...referrerFor(url),
        },
      },
      answer,
    )
    asked.on('timeout', () => asked.destroy(refused('fetch-timeout', url.host)))
    asked.on('error', fail)
    asked.end()
  })
}

function referrerFor({ hostname }: URL): { referer?: string } {
  const referrer = referrers.find(([host]) => host.test(hostname))?.[1]
  return referrer ? { referer: referrer } : {}
}
