import type { Period } from '#shared/contract/analytics.ts'

export type PeriodName = 'today' | 'week' | 'month' | 'quarter' | 'custom'
export const periodNames: readonly PeriodName[] = ['today', 'week', 'month', 'quarter', 'custom']

const lengths = { today: 1, week: 7, month: 30, quarter: 90 } as const
const day = 86_400_000

/** The calendar day, YYYY-MM-DD, of a moment in a time zone. */
export const dayOf = (time: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    time,
  )

/** Writes a day of the site as charts do: 3月2日, Mar 2. */
export function dayLabels(language: string, timeZone: string): (at: number) => string {
  const { format } = new Intl.DateTimeFormat(language, { timeZone, month: 'short', day: 'numeric' })
  return format
}

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

/** The days up to today, today included. */
export function periodUpToToday(name: keyof typeof lengths, timeZone: string, now = Date.now()): Period {
  const to = dayOf(now, timeZone)
  return { from: addDays(to, 1 - lengths[name]), to }
}

/** Periods of one or two days are shown by the hour. */
export const granularityOf = ({ from, to }: Period): 'day' | 'hour' =>
  addDays(from, 1) >= to ? 'hour' : 'day'
