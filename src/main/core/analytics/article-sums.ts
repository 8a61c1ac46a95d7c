import { setImmediate as breathe } from 'node:timers/promises'
import type { DayRange, FiguresRepository, PackedSums } from './figures.repository.ts'
import { addDays, utcOfDay } from './site-time.ts'

export interface ArticleSum {
  id: number
  views: number
  visitors: number
  reads: number
  readPercent: number
}

const cacheBytes = 16 << 20

export type ArticleSums = ReturnType<typeof createArticleSums>

/**
 * Sums every article over a period out of whole months and the single days at its edges. Each is read by itself and
 * kept, with a breath between them, so that a year over all articles never holds the core up.
 */
export function createArticleSums(repository: Pick<FiguresRepository, 'packedSums'>) {
  const cache = new Map<number, PackedSums>()
  let bytes = 0

  const forget = (unit: number) => {
    bytes -= cache.get(unit)?.byteLength ?? 0
    cache.delete(unit)
  }

  const unitSums = async (unit: number): Promise<PackedSums> => {
    let sums = cache.get(unit)
    if (!sums) {
      await breathe()
      sums = repository.packedSums(unit)
      cache.set(unit, sums)
      bytes += sums.byteLength
      for (const oldest of cache.keys()) {
        if (bytes <= cacheBytes || oldest === unit) break
        forget(oldest)
      }
    }
    return sums
  }

  return {
    async over(range: DayRange): Promise<ArticleSum[]> {
      const sums = new Map<number, ArticleSum>()
      for (const { unit, sign } of unitsOf(range)) {
        const packed = await unitSums(unit)
        for (let at = 0; at < packed.length; at += 5) {
          const id = packed[at] ?? 0
          let sum = sums.get(id)
          if (!sum) {
            sum = { id, views: 0, visitors: 0, reads: 0, readPercent: 0 }
            sums.set(id, sum)
          }
          sum.views += sign * (packed[at + 1] ?? 0)
          sum.visitors += sign * (packed[at + 2] ?? 0)
          sum.reads += sign * (packed[at + 3] ?? 0)
          sum.readPercent += sign * (packed[at + 4] ?? 0)
        }
      }
      return [...sums.values()].filter((sum) => sum.views > 0)
    },
    /** To be called when the figures of these days have changed. */
    forgetDays(days: Iterable<number>): void {
      for (const day of days) {
        forget(day)
        forget(Math.floor(day / 100))
      }
    },
  }
}

const lastDayOf = (month: number): number => {
  const next = month % 100 === 12 ? month + 89 : month + 1
  return addDays(next * 100 + 1, -1)
}

/** Months and days whose sums, added or taken away, make up the range. */
export function unitsOf({ from, to }: DayRange): { unit: number; sign: 1 | -1 }[] {
  const units: { unit: number; sign: 1 | -1 }[] = []
  const days = (first: number, last: number, sign: 1 | -1) => {
    for (let day = first; day <= last; day = addDays(day, 1)) units.push({ unit: day, sign })
  }
  let day = from
  while (day <= to) {
    const month = Math.floor(day / 100)
    const first = month * 100 + 1
    const last = lastDayOf(month)
    const end = Math.min(to, last)
    const inside = (utcOfDay(end) - utcOfDay(day)) / 86_400_000 + 1
    const whole = last - first + 1
    if (whole - inside < inside) {
      units.push({ unit: month, sign: 1 })
      days(first, addDays(day, -1), -1)
      days(addDays(end, 1), last, -1)
    } else days(day, end, 1)
    day = addDays(last, 1)
  }
  return units
}
