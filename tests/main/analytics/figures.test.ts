import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unitsOf } from '../../../src/main/core/analytics/article-sums.ts'
import { addDays } from '../../../src/main/core/analytics/site-time.ts'
import { createTestAnalytics, type TestAnalytics } from './create-test-analytics.ts'
import { logLine } from './log-lines.ts'

let test: TestAnalytics
const read = async (...lines: string[]) => {
  const log = join(test.folder, 'access.log')
  appendFileSync(log, lines.map((line) => `${line}\n`).join(''))
  test.analytics.ensureBuiltInSource(log)
  await test.analytics.ingest()
}

beforeEach(async () => {
  test = await createTestAnalytics()
})
afterEach(() => test.stop())

describe('figures', () => {
  it('answers zeros for an empty library', async () => {
    const { totals, previous, series, topArticles, hours } = await test.day('2025-07-01', '2025-07-31')
    expect(totals).toEqual({ views: 0, visitors: 0, readDepth: null, readSeconds: null })
    expect(previous).toEqual(totals)
    expect(series).toHaveLength(31)
    expect(topArticles).toEqual([])
    expect(hours).toEqual(new Array(24).fill(0))
  })

  it('compares with the period of equal length before', async () => {
    await read(
      logLine({ at: '2025-07-21 10:00:00' }),
      logLine({ at: '2025-07-22 10:00:00' }),
      logLine({ at: '2025-07-29 10:00:00' }),
      logLine({ at: '2025-07-31 10:00:00' }),
    )
    const { totals, previous } = await test.day('2025-07-27', '2025-07-31')
    expect(totals.views).toBe(2)
    expect(previous.views).toBe(1)
  })

  it('sums whole months and their edges to the same as the days', async () => {
    const lines: string[] = []
    for (let day = 20250415; day <= 20250730; day = addDays(day, 1)) {
      const text = `${String(day).slice(0, 4)}-${String(day).slice(4, 6)}-${String(day).slice(6)}`
      lines.push(
        logLine({ at: `${text} 08:00:00` }),
        logLine({ at: `${text} 09:00:00`, path: '/2025/07/two.html' }),
      )
    }
    await read(...lines)
    for (const [from, to] of [
      ['2025-04-20', '2025-07-05'],
      ['2025-05-01', '2025-06-30'],
      ['2025-05-03', '2025-05-29'],
      ['2025-04-15', '2025-07-30'],
      ['2025-06-10', '2025-06-12'],
    ] as const) {
      const { topArticles, series, totals } = await test.day(from, to)
      const length = series.length
      expect(series.every(({ views }) => views === 2)).toBe(true)
      expect(totals.views).toBe(length * 2)
      expect(topArticles.map(({ views }) => views)).toEqual([length, length])
    }
    await read(logLine({ at: '2025-05-15 12:00:00' }))
    expect((await test.day('2025-05-01', '2025-05-31')).topArticles[0]?.views).toBe(32)
  })

  it('has every hour of a day, 23 or 25 of them where the clocks change', async () => {
    await test.stop()
    test = await createTestAnalytics({ timeZone: 'Europe/Berlin' })
    const hours = async (day: string) =>
      (await test.figures.overview({ from: day, to: day, granularity: 'hour' })).series
    expect(await hours('2025-03-30')).toHaveLength(23)
    expect(await hours('2025-10-26')).toHaveLength(25)
    const days = (await test.day('2025-03-29', '2025-03-31')).series.map(({ at }) =>
      new Date(at).toISOString(),
    )
    expect(days).toEqual(['2025-03-28T23:00:00.000Z', '2025-03-29T23:00:00.000Z', '2025-03-30T22:00:00.000Z'])
    await read(logLine({ at: '2025-03-30 01:30:00', zone: '+0000' }))
    expect((await hours('2025-03-30')).map(({ views }) => views).indexOf(1)).toBe(2)
    expect((await test.day('2025-03-30')).hours[3]).toBe(1)
  })

  it('has every view of the period in its hours, also of those that were counted in another time zone', async () => {
    await test.stop()
    test = await createTestAnalytics({ timeZone: 'America/New_York' })
    await read(
      ...['00:10:00', '00:50:00', '12:10:00', '23:50:00'].map((time) =>
        logLine({ at: `2025-07-30 ${time}`, zone: '-0400' }),
      ),
    )
    test.site.timeZone = 'Asia/Kolkata'
    const { totals, series } = await test.figures.overview({
      from: '2025-07-30',
      to: '2025-07-30',
      granularity: 'hour',
    })
    expect(series).toHaveLength(24)
    expect(series[0]?.at).toBe(Date.UTC(2025, 6, 29, 18, 30))
    expect(totals.views).toBe(4)
    expect(series.reduce((sum, { views }) => sum + views, 0)).toBe(totals.views)
  })

  it('refuses periods that are none', async () => {
    const refused = { code: 'INVALID', data: { reason: 'period' } }
    await expect(test.day('2025-07-31', '2025-07-30')).rejects.toMatchObject(refused)
    await expect(test.day('2025-02-30')).rejects.toMatchObject(refused)
    await expect(test.day('1025-01-01', '2025-01-01')).rejects.toMatchObject(refused)
  })

  it('knows no article that is not there', () => {
    expect(() => test.article(99)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })
})

describe('unitsOf', () => {
  it('takes months where they save reading', () => {
    expect(unitsOf({ from: 20250602, to: 20250731 })).toEqual([
      { unit: 202506, sign: 1 },
      { unit: 20250601, sign: -1 },
      { unit: 202507, sign: 1 },
    ])
    expect(unitsOf({ from: 20250630, to: 20250701 })).toEqual([
      { unit: 20250630, sign: 1 },
      { unit: 20250701, sign: 1 },
    ])
  })
})
