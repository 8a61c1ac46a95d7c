const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * The address when it may be a link in a published page, else null: http, https, mailto, tel, or relative without a
 * scheme. Decides on the string as a browser reads it, so control characters and white space cannot hide a scheme.
 */
export function safeUrl(raw: unknown): string | null {
  if (typeof raw !== 'string') return null
  // Browsers drop control characters before they look for a scheme.
  const url = raw.replace(/[\p{Cc}\u2028\u2029]+/gu, '').trim()
  if (url === '' || url.startsWith('//') || url.includes('\\')) return null
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(url)?.[1]?.toLowerCase()
  if (scheme) return schemes.has(scheme) ? url : null
  return /^[^/?#]*:/.test(url) ? null : url
}
