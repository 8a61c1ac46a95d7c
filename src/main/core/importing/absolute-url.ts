/** The http(s) address that a page at `base` means by `address`, or null. Without a base, a relative one means nothing. */
export function absoluteUrl(address: string, base?: string): string | null {
  if (address === '') return null
  try {
    const url = new URL(address, base || 'https://base.invalid/')
    return /^https?:$/.test(url.protocol) && url.hostname !== 'base.invalid' ? url.href : null
  } catch {
    return null
  }
}
