import { useTranslation } from 'react-i18next'

/** Makes a formatter when it is first used: one costs milliseconds, and a screen needs few of them. */
const lazily = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

/** `justNow`: the last minute, in words. */
export function createFormat(language: string, justNow: string) {
  const numbers = (options?: Intl.NumberFormatOptions) => {
    const format = lazily(() => new Intl.NumberFormat(language, options))
    return (value: number) => format().format(value)
  }
  const times = (options: Intl.DateTimeFormatOptions) => {
    const format = lazily(() => new Intl.DateTimeFormat(language, { hour12: false, ...options }))
    return (at: number) => format().format(at)
  }
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const minute = { hour: '2-digit', minute: '2-digit' } as const
  const date = times(day)
  const shortDate = times({ month: 'short', day: 'numeric' })
  const time = times(minute)
  const relative = lazily(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }))
  return {
    number: numbers(),
    compact: numbers({ notation: 'compact', maximumFractionDigits: 1 }),
    date,
    time,
    clock: times({ timeStyle: 'medium' }),
    dateTime: times({ ...day, ...minute }),
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
      if (Math.abs(seconds) < 60) return justNow
      if (Math.abs(seconds) < 3600) return relative().format(Math.trunc(seconds / 60), 'minute')
      const sameDay = new Date(at).toDateString() === new Date(now).toDateString()
      if (sameDay) return time(at)
      if (new Date(at).getFullYear() === new Date(now).getFullYear()) return shortDate(at)
      return date(at)
    },
  }
}

export type Format = ReturnType<typeof createFormat>

const made = new Map<string, Format>()

/** Numbers, dates and sizes in the language of the interface. Formatters are dear to make, so each is made once. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation('common')
  const { language } = i18n
  const known = made.get(language)
  if (known) return known
  const format = createFormat(language, t('justNow'))
  made.set(language, format)
  return format
}
