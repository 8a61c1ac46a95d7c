/** What a request is about: an article's id, or one of these. */
export const otherPage = 0
export const noPage = -1
export const beacon = -2

const articlePath = /(?:^|\/)(\d{4}\/\d{2}\/[^/]+\.html)$/
const pagePath = /(?:^|\/)(?:[^/.]*|[^/]+\.html)$/
const notRead = /(?:^|\/)(?:404\.html|fragments\/.*|assets\/.*|media\/.*)$/

/**
 * The page behind a request target. The site may live under any prefix, so only the tail of the path counts.
 *
 * @param articles article addresses, relative to the site's root.
 */
export function pageOfPath(target: string, articles: ReadonlyMap<string, number>): number {
  const path = readable(target.replace(/[?#].*$/s, '').replace(/^https?:\/\/[^/]*/i, ''))
  if (path === 'beacon.gif' || path.endsWith('/beacon.gif')) return beacon
  const article = articlePath.exec(path)?.[1]
  if (article !== undefined) return articles.get(article) ?? otherPage
  return pagePath.test(path) && !notRead.test(path) ? otherPage : noPage
}

function readable(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The host of a referring address, '' for none, null for the site itself. */
export function referrerHost(referrer: string, siteHost: string): string | null {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(\[[0-9a-f:.]+\]|[^/?#:\s]+)/i.exec(referrer)?.[1]?.toLowerCase()
  if (!host || host === '-') return ''
  const name = host.replace(/^www\./, '')
  if (name === siteHost || name === 'localhost' || name === '127.0.0.1' || name === '[::1]') return null
  return /^[a-z0-9\u0080-\uffff_.[\]:-]{1,253}$/.test(name) ? name : ''
}

export interface Beacon {
  articleId: number
  event: 'view' | 'read'
  /** 0 to 100. */
  percent: number
  seconds: number
  referrer: string
}

/** Reads `…/beacon.gif?p=12&e=read&d=80&t=45&r=host`; null when it is no beacon of ours. */
export function parseBeacon(target: string): Beacon | null {
  const at = target.indexOf('?')
  if (at < 0) return null
  const query = new URLSearchParams(target.slice(at + 1))
  const event = query.get('e')
  if (event !== 'view' && event !== 'read') return null
  const articleId = Number(query.get('p') ?? 0)
  if (!Number.isSafeInteger(articleId) || articleId < 0) return null
  return {
    articleId,
    event,
    percent: bounded(query.get('d'), 100),
    seconds: bounded(query.get('t'), 4 * 3600),
    referrer: query.get('r') ?? '',
  }
}

function bounded(text: string | null, most: number): number {
  const value = Math.round(Number(text ?? 0))
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : 0
}
