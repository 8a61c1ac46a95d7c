import type { Period } from '#shared/contract/analytics.ts'
import { addDays, lastDays } from '#shared/model/calendar-days.ts'

export type PeriodName = 'today' | 'week' | 'month' | 'quarter' | 'custom'
export const periodNames: readonly PeriodName[] = ['today', 'week', 'month', 'quarter', 'custom']

const lengths = { today: 1, week: 7, month: 30, quarter: 90 } as const

/** Writes a day of the site as charts do: 3月2日, Mar 2. */
export function dayLabels(language: string, timeZone: string): (at: number) => string {
  const { format } = new Intl.DateTimeFormat(language, { timeZone, month: 'short', day: 'numeric' })
  return format
}

/** The days up to today, today included. */
export function periodUpToToday(name: keyof typeof lengths, timeZone: string, now = Date.now()): Period {
  return lastDays(lengths[name], timeZone, now)
}

/** Periods of one or two days are shown by the hour. */
export const granularityOf = ({ from, to }: Period): 'day' | 'hour' =>
  addDays(from, 1) >= to ? 'hour' : 'day'
