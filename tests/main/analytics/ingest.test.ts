import { appendFileSync, copyFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestAnalytics, type TestAnalytics } from './create-test-analytics.ts'
import { beaconLine, logLine, phone } from './log-lines.ts'

let test: TestAnalytics
let log: string
const append = (...lines: string[]) => appendFileSync(log, lines.map((line) => `${line}\n`).join(''))
const ingest = () => test.analytics.ingest()

beforeEach(async () => {
  test = await createTestAnalytics()
  log = join(test.folder, 'access.log')
  writeFileSync(log, '')
  test.sources.insert(log, false)
})
afterEach(() => test.stop())

describe('what is counted', () => {
  it('counts views and visitors, leaves out robots, errors and everything that is no page', async () => {
    append(
      logLine(),
      logLine({ status: 304 }),
      logLine({ address: '2001:db8::1', agent: phone }),
      logLine({ path: '/2025/07/two.html?utm=1#top' }),
      logLine({ path: '/2025/06/three-before.html' }),
      logLine({
        agent: 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
      }),
      logLine({ agent: '-' }),
      logLine({ method: 'HEAD' }),
      logLine({ status: 404 }),
      logLine({ status: 301 }),
      logLine({ path: '/assets/site.css' }),
      logLine({ path: '/feed.xml' }),
      logLine({ path: '/' }),
      logLine({ path: '/category/data/page/2.html' }),
      'nonsense',
    )
    expect(await ingest()).toEqual({ lines: 15, views: 7, bots: 2, unreadable: 1 })
    const overview = await test.day()
    expect(overview.totals).toEqual({ views: 7, visitors: 2, readDepth: null, readSeconds: null })
    expect(overview.topArticles).toMatchObject([
      { id: 1, title: '第一篇', categoryId: 1, views: 3, visitors: 2 },
      { id: 2, views: 1 },
      { id: 3, views: 1 },
    ])
    expect(overview.categories).toEqual([
      { id: 1, name: '业界动态', views: 4 },
      { id: 2, name: '数据分析', views: 1 },
    ])
    expect(overview.bylines).toEqual([{ name: '林知远', views: 4 }])
    expect(overview.hours[11]).toBe(7)
    expect(test.views(1)).toBe(103)
    expect(test.sources.list()).toMatchObject([{ lines: 15, bots: 2, unreadable: 1, error: null }])
  })

  it('takes the beacons of a page and day where there are any, also when they come later', async () => {
    append(
      logLine({ referrer: 'https://www.zhihu.com/q' }),
      logLine(),
      logLine(),
      logLine({ path: '/2025/07/two.html' }),
    )
    await ingest()
    expect(test.views(1)).toBe(103)
    append(
      beaconLine('p=1&e=view&d=0&t=0&r=www.baidu.com'),
      beaconLine('p=1&e=read&d=80&t=60&r='),
      beaconLine('p=1&e=read&d=30&t=20&r='),
      beaconLine('p=99&e=view'),
      beaconLine('p=x&e=view'),
    )
    expect(await ingest()).toMatchObject({ views: -2 })
    expect(test.views(1)).toBe(101)
    const { totals, referrers, hours, topArticles } = await test.day()
    expect(totals).toEqual({ views: 2, visitors: 1, readDepth: 0.55, readSeconds: 40 })
    expect(referrers).toEqual([
      { name: '', views: 1 },
      { name: 'baidu.com', views: 1 },
    ])
    expect(hours[11]).toBe(2)
    expect(topArticles).toMatchObject([
      { id: 1, views: 1, readDepth: 0.55 },
      { id: 2, views: 1, readDepth: null },
    ])
    expect(test.article(1)).toMatchObject({
      allTimeViews: 101,
      depth: [0, 1, 0, 1],
      referrers: [{ name: 'baidu.com', views: 1 }],
    })
  })

  it('names referring hosts, the site itself aside', async () => {
    append(
      logLine({ referrer: 'https://www.baidu.com/link?url=1' }),
      logLine({ referrer: 'https://Baidu.com:443/' }),
      logLine({ referrer: 'https://news.example.com/' }),
      logLine({ referrer: 'http://127.0.0.1:4000/' }),
      logLine({ referrer: '<script>' }),
    )
    await ingest()
    expect((await test.day()).referrers).toEqual([
      { name: 'baidu.com', views: 2 },
      { name: '', views: 1 },
    ])
  })

  it('puts lines into the days and hours of the site, whatever zone the server has', async () => {
    append(logLine({ at: '2025-07-30 16:30:00', zone: '+0000' }), logLine({ at: '2025-07-30 23:30:00' }))
    await ingest()
    const { series } = await test.day('2025-07-30', '2025-07-31')
    expect(series).toEqual([
      { at: Date.UTC(2025, 6, 29, 16), views: 1, visitors: 1 },
      { at: Date.UTC(2025, 6, 30, 16), views: 1, visitors: 1 },
    ])
    expect((await test.day('2025-07-30')).hours[23]).toBe(1)
    expect((await test.day('2025-07-31')).hours[0]).toBe(1)
  })

  it('knows a visitor again at the next reading of the day, and keeps nothing of the days before', async () => {
    append(logLine({ at: '2025-07-29 10:00:00' }), logLine({ at: '2025-07-31 10:00:00' }))
    await ingest()
    append(logLine({ at: '2025-07-31 10:30:00' }))
    await ingest()
    expect((await test.day()).totals).toMatchObject({ views: 2, visitors: 1 })
    const days = () => test.db.prepare('SELECT day FROM visitor_salts').pluck().all()
    expect(days()).toEqual([20250731])
    test.clock.time += 2 * 86_400_000
    await ingest()
    expect(days()).toEqual([])
    expect(test.db.prepare('SELECT count(*) FROM visitor_marks').pluck().get()).toBe(0)
  })
})

describe('reading on', () => {
  it('never counts a line twice, and waits for the end of the last one', async () => {
    append(logLine())
    const half = logLine().slice(0, 60)
    appendFileSync(log, half)
    expect(await ingest()).toMatchObject({ lines: 1, unreadable: 0 })
    expect(await ingest()).toMatchObject({ lines: 0 })
    appendFileSync(log, `${logLine().slice(60)}\r\n`)
    expect(await ingest()).toMatchObject({ lines: 1, views: 1 })
    expect(await ingest()).toMatchObject({ lines: 0 })
    expect(test.views(1)).toBe(102)
  })

  it('finishes a file that was renamed, then reads the new one', async () => {
    append(logLine())
    await ingest()
    append(logLine(), logLine())
    renameSync(log, `${log}.1`)
    append(logLine({ at: '2025-07-31 12:00:00' }))
    expect(await ingest()).toMatchObject({ lines: 3 })
    writeFileSync(`${log}.2.gz`, gzipSync(Buffer.from(`${logLine()}\n${logLine()}\n${logLine()}\n`)))
    rmSync(`${log}.1`)
    expect(await ingest()).toMatchObject({ lines: 0 })
  })

  it('follows a log that is copied and truncated', async () => {
    append(logLine(), logLine())
    await ingest()
    append(logLine())
    copyFileSync(log, `${log}.1`)
    truncateSync(log)
    append(logLine({ at: '2025-07-31 12:00:00' }))
    expect(await ingest()).toMatchObject({ lines: 2 })
    append(logLine({ at: '2025-07-31 12:00:01' }))
    expect(await ingest()).toMatchObject({ lines: 1 })
  })

  it('reads rotated files of the past once, packed or not', async () => {
    writeFileSync(`${log}-20250729.gz`, gzipSync(Buffer.from(`${logLine({ at: '2025-07-28 10:00:00' })}\n`)))
    writeFileSync(`${log}-20250730`, `${logLine({ at: '2025-07-29 10:00:00' })}\n`)
    append(logLine())
    expect(await ingest()).toMatchObject({ lines: 3, views: 3 })
    expect(await ingest()).toMatchObject({ lines: 0 })
  })

  it('skips lines without end and goes on behind them', async () => {
    append(logLine())
    appendFileSync(log, `${'x'.repeat(3 << 20)}\n`)
    append(logLine())
    expect(await ingest()).toMatchObject({ lines: 3, views: 2, unreadable: 1 })
    expect(await ingest()).toMatchObject({ lines: 0 })
  })

  it('says what is wrong with a source, and reads on when it is back', async () => {
    rmSync(log)
    await ingest()
    expect(test.sources.list()).toMatchObject([{ error: 'not-found' }])
    append(logLine())
    await ingest()
    expect(test.sources.list()).toMatchObject([{ error: null, lines: 1 }])
  })

  it('counts no line of a broken file again, nor in another source, and reads on in the newer ones', async () => {
    // More than one slice, so that some of it is committed before the break.
    const past = Array.from({ length: 20_000 }, (_, index) =>
      logLine({ at: '2025-07-29 10:00:00', referrer: `https://r${index}.example/` }),
    )
    const whole = gzipSync(Buffer.from(`${past.join('\n')}\n`))
    const broken = `${log}.2.gz`
    writeFileSync(broken, whole.subarray(0, Math.floor(whole.length * 0.9)))
    const other = join(test.folder, 'other.log')
    writeFileSync(other, `${logLine({ path: '/2025/07/two.html' })}\n`)
    test.sources.insert(other, false)

    const views = async (day: string) => (await test.day(day)).totals.views
    for (let reading = 1; reading <= 4; reading++) {
      append(logLine())
      await ingest()
      expect(await views('2025-07-31')).toBe(reading + 1)
    }
    const beforeTheBreak = await views('2025-07-29')
    expect(beforeTheBreak).toBeGreaterThan(0)
    expect(beforeTheBreak).toBeLessThan(20_000)
    expect(test.sources.list()).toMatchObject([
      { error: 'damaged', lines: beforeTheBreak + 4 },
      { error: null, lines: 1 },
    ])

    writeFileSync(broken, whole)
    expect(await ingest()).toMatchObject({ lines: 20_000 - beforeTheBreak })
    expect(await views('2025-07-29')).toBe(20_000)
    expect(test.sources.list()).toMatchObject([{ error: null }, { error: null }])
  })

  it('counts a call during a reading as a call for another', async () => {
    append(logLine())
    const first = ingest()
    append(logLine({ at: '2025-07-31 11:40:00' }))
    const [a, b] = await Promise.all([first, ingest()])
    expect(a.lines + b.lines).toBe(2)
  })

  it('goes on where the last commit stood when it is cut off', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) =>
      logLine({
        address: `10.0.${index >> 8}.${index & 255}`,
        referrer: `https://r${index % 4000}.example/`,
      }),
    )
    append(...lines)
    const reading = ingest()
    await test.analytics.stop()
    await reading
    const again = await createTestAnalytics()
    try {
      again.sources.insert(log, false)
      const whole = await again.analytics.ingest()
      expect(whole).toMatchObject({ lines: 30_000, views: 30_000 })
    } finally {
      await again.stop()
    }
  })

  it('tells who listens which articles gained views', async () => {
    const heard: number[][] = []
    test.analytics.onViewsChanged((articles) => heard.push([...articles]))
    append(logLine(), logLine({ path: '/' }))
    await ingest()
    append(logLine({ path: '/assets/x.css' }))
    await ingest()
    expect(heard).toEqual([[1]])
  })
})
