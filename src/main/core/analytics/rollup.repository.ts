import type { Database } from 'better-sqlite3'
import type { DayTally, HourTally, LogSlice } from './log-slice.ts'

interface Counted {
  hits: number
  beacons: number
  hit_visitors: number
  beacon_visitors: number
}

export type RollupRepository = ReturnType<typeof createRollupRepository>

/** Adds slices to the rollups. Every call belongs into a transaction of the caller. */
export function createRollupRepository(db: Database) {
  const addDay = db.prepare<number[], Counted>(`
    INSERT INTO article_days (day, article_id, hits, beacons, hit_visitors, beacon_visitors,
      reads, read_percent, read_seconds, depth_25, depth_50, depth_75, depth_100)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
      hits = hits + excluded.hits, beacons = beacons + excluded.beacons,
      hit_visitors = hit_visitors + excluded.hit_visitors,
      beacon_visitors = beacon_visitors + excluded.beacon_visitors,
      reads = reads + excluded.reads, read_percent = read_percent + excluded.read_percent,
      read_seconds = read_seconds + excluded.read_seconds,
      depth_25 = depth_25 + excluded.depth_25, depth_50 = depth_50 + excluded.depth_50,
      depth_75 = depth_75 + excluded.depth_75, depth_100 = depth_100 + excluded.depth_100
    RETURNING hits, beacons, hit_visitors, beacon_visitors`)
  const addMonth = db.prepare<number[]>(`
    INSERT INTO article_months (month, article_id, views, visitors, reads, read_percent) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET views = views + excluded.views, visitors = visitors + excluded.visitors,
      reads = reads + excluded.reads, read_percent = read_percent + excluded.read_percent`)
  const addHour = db.prepare<number[]>(`
    INSERT INTO article_hours (at, article_id, hits, beacons, hit_visitors, beacon_visitors) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET hits = hits + excluded.hits, beacons = beacons + excluded.beacons,
      hit_visitors = hit_visitors + excluded.hit_visitors,
      beacon_visitors = beacon_visitors + excluded.beacon_visitors`)
  const addReferrer = db.prepare<number[]>(`
    INSERT INTO article_referrers (day, article_id, host_id, hits, beacons) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET hits = hits + excluded.hits, beacons = beacons + excluded.beacons`)
  const addSiteDay = db.prepare<number[]>(`
    INSERT INTO site_days (day, views, visitors, reads, read_percent, read_seconds) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET views = views + excluded.views, visitors = visitors + excluded.visitors,
      reads = reads + excluded.reads, read_percent = read_percent + excluded.read_percent,
      read_seconds = read_seconds + excluded.read_seconds`)
  const addSiteHour = db.prepare<number[]>(`
    INSERT INTO site_hours (at, day, hour_of_day, views, visitors) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET views = views + excluded.views, visitors = visitors + excluded.visitors`)
  const addSiteReferrer = db.prepare<number[]>(`
    INSERT INTO site_referrers (day, host_id, views) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET views = views + excluded.views`)
  const findHost = db.prepare<[string], { id: number }>('SELECT id FROM referrer_hosts WHERE host = ?')
  const insertHost = db.prepare<[string], { id: number }>(
    'INSERT INTO referrer_hosts (host) VALUES (?) RETURNING id',
  )
  const hourHits = db.prepare<[number, number], { hits: number }>(
    'SELECT hits FROM article_hours WHERE at = ? AND article_id = ?',
  )
  const hoursOfDay = db.prepare<[number], { at: number }>('SELECT at FROM site_hours WHERE day = ?')
  const referrersOfDay = db.prepare<[number, number], { host_id: number; hits: number }>(
    'SELECT host_id, hits FROM article_referrers WHERE article_id = ? AND day = ?',
  )
  const addSalt = db.prepare<[number, Uint8Array]>(
    'INSERT OR IGNORE INTO visitor_salts (day, salt) VALUES (?, ?)',
  )
  const addMarks = db.prepare<[number, Uint8Array]>('INSERT INTO visitor_marks (day, marks) VALUES (?, ?)')
  const addViews = db.prepare<number[]>(`
    INSERT INTO views_to_add (article_id, views) VALUES (?, ?) ON CONFLICT DO UPDATE SET views = views + excluded.views`)
  const takeViews = db
    .prepare<[number], [number, number]>(
      `DELETE FROM views_to_add WHERE article_id IN (SELECT article_id FROM views_to_add LIMIT ?)
       RETURNING article_id, views`,
    )
    .raw()
  const salts = db.prepare<[], { day: number; salt: Buffer }>('SELECT day, salt FROM visitor_salts')
  const marks = db.prepare<[number], { marks: Buffer }>('SELECT marks FROM visitor_marks WHERE day = ?')
  const dropSalts = db.prepare<[number]>('DELETE FROM visitor_salts WHERE day < ?')
  const dropHours = db.prepare<[number]>('DELETE FROM article_hours WHERE at < ?')

  const hostIds = new Map<string, number>()
  const hostId = (host: string): number => {
    let id = hostIds.get(host)
    if (id === undefined) {
      id = findHost.get(host)?.id ?? insertHost.get(host)?.id ?? 0
      if (hostIds.size > 10_000) hostIds.clear()
      hostIds.set(host, id)
    }
    return id
  }

  /** Adds the counts of a page's day; answers what it gained and whether it is counted by beacons, now and before. */
  function applyDay(tally: DayTally) {
    const { day, articleId, hits, beacons, hitVisitors, beaconVisitors, depth } = tally
    const { reads, readPercent, readSeconds } = tally
    const now = addDay.get(
      day,
      articleId,
      hits,
      beacons,
      hitVisitors,
      beaconVisitors,
      reads,
      readPercent,
      readSeconds,
      ...depth,
    )
    if (!now) throw new Error('no row came back')
    const byBeacon = now.beacons > 0
    const wasByBeacon = now.beacons > beacons
    const before = {
      views: wasByBeacon ? now.beacons - beacons : now.hits - hits,
      visitors: wasByBeacon ? now.beacon_visitors - beaconVisitors : now.hit_visitors - hitVisitors,
    }
    return {
      views: (byBeacon ? now.beacons : now.hits) - before.views,
      visitors: (byBeacon ? now.beacon_visitors : now.hit_visitors) - before.visitors,
      byBeacon,
      /** It was counted by requests until now: their share has to leave the site's figures. */
      switched: byBeacon && !wasByBeacon && before.views > 0,
    }
  }

  return {
    /** @returns the views that were gained; negative where beacons took the place of more requests. */
    apply(slice: Pick<LogSlice, 'hours' | 'days' | 'siteHours' | 'siteDays' | 'marks'>): number {
      const gained = new Map<number, number>()
      const months = new Map<number, number[]>()
      const siteDays = new Map<number, number[]>()
      const siteHours = new Map<number, { day: number; hourOfDay: number; views: number; visitors: number }>()
      const byBeacon = new Set<string>()
      const siteReferrers = new Map<number, Map<number, number>>()
      const refer = (day: number, host: number, views: number) => {
        const hosts = getOrPut(siteReferrers, day, () => new Map<number, number>())
        hosts.set(host, (hosts.get(host) ?? 0) + views)
      }

      for (const tally of slice.days) {
        const { articleId, day } = tally
        const change = applyDay(tally)
        if (change.byBeacon) byBeacon.add(`${articleId}/${day}`)
        if (change.switched) {
          for (const { host_id, hits } of referrersOfDay.all(articleId, day)) refer(day, host_id, -hits)
          for (const { at } of hoursOfDay.all(day)) {
            const hits = hourHits.get(at, articleId)?.hits ?? 0
            if (hits > 0) addSiteHour.run(at, day, 0, -hits, 0)
          }
        }
        if (change.views !== 0) gained.set(articleId, (gained.get(articleId) ?? 0) + change.views)
        const month = getOrPut(months, Math.floor(day / 100) * 0x1_0000_0000 + articleId, () => [0, 0, 0, 0])
        add(month, change.views, change.visitors, tally.reads, tally.readPercent)
        const site = getOrPut(siteDays, day, () => [0, 0, 0, 0, 0])
        add(site, change.views, 0, tally.reads, tally.readPercent, tally.readSeconds)
        for (const { host, hits, beacons } of tally.referrers) {
          const id = hostId(host)
          addReferrer.run(day, articleId, id, hits, beacons)
          refer(day, id, change.byBeacon ? beacons : hits)
        }
      }

      for (const tally of slice.hours) {
        applyHour(tally)
        const site = getOrPut(siteHours, tally.at, () => ({ ...tally, views: 0, visitors: 0 }))
        site.views += byBeacon.has(`${tally.articleId}/${tally.day}`) ? tally.beacons : tally.hits
      }
      for (const { day, visitors } of slice.siteDays) {
        add(
          getOrPut(siteDays, day, () => [0, 0, 0, 0, 0]),
          0,
          visitors,
        )
      }
      for (const { at, visitors } of slice.siteHours) {
        const site = siteHours.get(at)
        if (site) site.visitors += visitors
      }

      for (const [key, counts] of months) {
        addMonth.run(Math.floor(key / 0x1_0000_0000), key % 0x1_0000_0000, ...counts)
      }
      for (const [day, counts] of siteDays) addSiteDay.run(day, ...counts)
      for (const [at, { day, hourOfDay, views, visitors }] of siteHours) {
        addSiteHour.run(at, day, hourOfDay, views, visitors)
      }
      for (const [day, hosts] of siteReferrers) {
        for (const [host, views] of hosts) if (views !== 0) addSiteReferrer.run(day, host, views)
      }
      for (const { day, salt, marks } of slice.marks) {
        addSalt.run(day, salt)
        addMarks.run(day, marks)
      }
      let total = 0
      for (const [articleId, views] of gained) {
        total += views
        if (articleId > 0) addViews.run(articleId, views)
      }
      return total
    },
    /** Takes out what `limit` articles have to gain; [article, views]. */
    takeViews: (limit: number) => takeViews.all(limit),
    visitorDays: () =>
      salts.all().map(({ day, salt }) => ({ day, salt, marks: marks.all(day).map((row) => row.marks) })),
    /** From then on nobody can tell who a mark of these days was. */
    forgetVisitorsBefore: (day: number) => dropSalts.run(day),
    forgetArticleHoursBefore: (time: number) => dropHours.run(time),
  }

  function applyHour(tally: HourTally): void {
    addHour.run(tally.at, tally.articleId, tally.hits, tally.beacons, tally.hitVisitors, tally.beaconVisitors)
  }
}

function getOrPut<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}

function add(sums: number[], ...values: number[]): void {
  for (const [index, value] of values.entries()) sums[index] = (sums[index] ?? 0) + value
}
