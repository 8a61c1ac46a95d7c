const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string) {
  let format = formats.get(zone)
  if (!format) {
    const two = '2-digit'
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    })
    formats.set(zone, format)
  }
  return format
}

/** A time as clocks in `zone` show it: YYYY-MM-DD HH:mm:ss. */
export const toSiteTime = (at: number, zone: string): string => formatFor(zone).format(at)

const asUtc = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`)

/** The reverse. Where clocks were put forward, a time that they skipped is read as the one after. */
export function fromSiteTime(text: string, zone: string): number {
  const shown = asUtc(text)
  const offsetAt = (at: number) => asUtc(toSiteTime(at, zone)) - Math.floor(at / 1000) * 1000
  const guess = shown - offsetAt(shown)
  return shown - offsetAt(guess)
}
