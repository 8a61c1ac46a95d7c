import type { IncomingMessage } from 'node:http'

/**
 * Pages on other ports of this machine are same-site: their requests carry our cookie and their sockets open. So the
 * whole origin is compared, port included, and whatever a page elsewhere caused is refused. A foreign name that
 * resolves to 127.0.0.1 fails on Host.
 */
export function isOwnRequest(request: IncomingMessage, authority: string): boolean {
  const { host, origin, 'sec-fetch-site': site } = request.headers
  if (host !== authority) return false
  if (origin !== undefined && origin !== `http://${authority}`) return false
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** A socket always comes from a page: it must say which. */
export const isOwnUpgrade = (request: IncomingMessage, authority: string): boolean =>
  request.headers.host === authority && request.headers.origin === `http://${authority}`
