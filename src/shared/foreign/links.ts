import { type ElementLike, unwrap } from './element-like.ts'

/** Doors through which sites send their readers out, with the parameter that holds the true address. */
const doors: readonly [pattern: RegExp, parameter: string][] = [
  [/^https?:\/\/(www\.)?google\.[a-z.]+\/url\?/i, 'q'],
  [/^https?:\/\/link\.zhihu\.com\/\?/i, 'target'],
  [/^https?:\/\/link\.juejin\.cn\/?\?/i, 'target'],
  [/^https?:\/\/www\.jianshu\.com\/go-wild\?/i, 'url'],
  [/^https?:\/\/link\.csdn\.net\/\?/i, 'target'],
  [/^https?:\/\/[\w.]+\.safelinks\.protection\.outlook\.com\/\?/i, 'url'],
]

const tracking =
  /^(utm_\w+|spm|scm|fbclid|gclid|msclkid|yclid|dclid|mc_[ce]id|_hsenc|_hsmi|igshid|share_token|share_source|share_medium|vd_source|spm_id_from|from_source)$/i

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** The address without what only tells where the reader came from. */
export function plainAddress(address: string): string {
  for (const [pattern, parameter] of doors) {
    const found = pattern.test(address) && new RegExp(`[?&]${parameter}=([^&#]+)`).exec(address)?.[1]
    const target = found && decode(found)
    if (target && /^https?:\/\//i.test(target)) return plainAddress(target)
  }
  const [, base = '', query, hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(address) ?? []
  if (!query) return address
  const kept = query.split('&').filter((pair) => !tracking.test(pair.split('=')[0] ?? ''))
  return base + (kept.length > 0 ? `?${kept.join('&')}` : '') + hash
}

/** What leads to a place of the same page leads nowhere once it is copied. */
export function dropAnchors(root: ElementLike): void {
  for (const link of Array.from(root.querySelectorAll('a[href^="#"]'))) unwrap(link)
}

/** Links of a paste: whole addresses only, and without tracking. */
export function cleanLinks(root: ElementLike): void {
  for (const link of Array.from(root.querySelectorAll('a'))) {
    const href = link.getAttribute('href')?.trim()
    if (!href || !/^(https?:|mailto:|tel:|article:)/i.test(href)) unwrap(link)
    else link.setAttribute('href', plainAddress(href))
  }
}
