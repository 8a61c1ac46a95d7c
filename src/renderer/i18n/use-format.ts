import { useTranslation } from 'react-i18next'

export function createFormat(language: string) {
  const number = new Intl.NumberFormat(language)
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 })
  const date = new Intl.DateTimeFormat(language, { year: 'numeric', month: '2-digit', day: '2-digit' })
  const shortDate = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' })
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false })
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium', hour12: false })
  const dateTime = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  return {
    number: (value: number) => number.format(value),
    compact: (value: number) => compact.format(value),
    date: (at: number) => date.format(at),
    time: (at: number) => time.format(at),
    clock: (at: number) => clock.format(at),
    dateTime: (at: number) => dateTime.format(at),
    bytes: (bytes: number) => {
      const units = ['B', 'kB', 'MB', 'GB', 'TB']
      let value = bytes
      let unit = 0
      while (value >= 1000 && unit < units.length - 1) {
        value /= 1000
        unit++
      }
      return `${new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 && unit ? 1 : 0 }).format(value)} ${units[unit]}`
    },
    /** Minutes and hours for today, else the day; the year only where it is another. */
    ago: (at: number, now = Date.now()) => {
      const seconds = (at - now) / 1000
      if (Math.abs(seconds) < 60) return relative.format(0, 'second')
      if (Math.abs(seconds) < 3600) return relative.format(Math.trunc(seconds / 60), 'minute')
      const sameDay = new Date(at).toDateString() === new Date(now).toDateString()
      if (sameDay) return time.format(at)
      if (new Date(at).getFullYear() === new Date(now).getFullYear()) return shortDate.format(at)
      return date.format(at)
    },
  }
}

export type Format = ReturnType<typeof createFormat>

const made = new Map<string, Format>()

/** Numbers, dates and sizes in the language of the interface. Formatters are dear to make, so each is made once. */
export function useFormat(): Format {
  const { language } = useTranslation().i18n
  const known = made.get(language)
  if (known) return known
  const format = createFormat(language)
  made.set(language, format)
  return format
}
