import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { createAnalytics } from '../../src/main/core/analytics/create-analytics.ts'
import { migrations } from '../../src/main/core/database/migrations/index.ts'
import { openLibrary } from '../../src/main/core/database/open-library.ts'
import { createEvents } from '../../src/main/core/events.ts'

const articles = 10_000
const days = 7
const start = Date.UTC(2025, 6, 25)

/** Answers numbers in [0, 1), the same at every run. */
function seeded(state: number): () => number {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 0x1_0000_0000
  }
}

const versions = Array.from({ length: 40 }, (_, index) => 88 + index)
const readers = versions.flatMap((version) => [
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (iPhone; CPU iPhone OS 17_${version % 7} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.${version}`,
  `Mozilla/5.0 (Linux; Android 14; V2${version}A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`,
])
const robots = [
  'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)',
  'python-requests/2.31.0',
]
const referrers = [
  '-',
  '-',
  'https://www.baidu.com/link?url=Q8kZ',
  'https://www.google.com/',
  'https://weixin.qq.com/',
  'https://www.zhihu.com/question/1',
  'https://news.example.com/',
  'https://news.example.com/category/data-analysis/',
]
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number) => String(value).padStart(2, '0')

export const pathOfArticle = (id: number): string =>
  `2025/${two(1 + (id % 7))}/a-generated-article-with-a-slug-${id}.html`

/** Writes a log of a week: Zipf-distributed articles, lists, pictures, beacons, robots, errors. */
export async function writeAccessLog(file: string, lines: number): Promise<void> {
  const random = seeded(20250731)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const article = () => Math.max(1, Math.floor(articles ** random()))
  const out = createWriteStream(file)
  let block = ''
  for (let index = 0; index < lines; index++) {
    const time = new Date(start + (index / lines) * days * 86_400_000 + 8 * 3_600_000)
    const stamp = `${two(time.getUTCDate())}/${monthNames[time.getUTCMonth()]}/${time.getUTCFullYear()}:${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())} +0800`
    const visitor = Math.floor(60_000 * random() ** 2)
    const address = `${1 + (visitor % 220)}.${(visitor >> 3) % 255}.${(visitor >> 5) % 255}.${visitor % 253}`
    const kind = random()
    const agent = kind > 0.85 ? pick(robots) : (readers[visitor % readers.length] ?? '')
    const id = article()
    const page = `/${pathOfArticle(id)}`
    let target = page
    if (kind < 0.2) target = `/assets/site.${index % 7}f00ba4.css`
    else if (kind < 0.32) target = `/media/${'0123456789abcdef'.repeat(4)}.webp`
    else if (kind < 0.4)
      target = pick(['/', '/category/data-analysis/', '/category/industry/page/2.html', '/feed.xml'])
    else if (kind < 0.5) target = `/beacon.gif?p=${id}&e=view&d=0&t=0&r=www.baidu.com&n=${index}`
    else if (kind < 0.58)
      target = `/beacon.gif?p=${id}&e=read&d=${index % 101}&t=${index % 300}&r=&n=${index}`
    const status = random() < 0.03 ? 404 : random() < 0.1 ? 304 : 200
    block += `${address} - - [${stamp}] "GET ${target} HTTP/1.1" ${status} ${1000 + (index % 20_000)} "${pick(referrers)}" "${agent}"\n`
    if (block.length > 1 << 20) {
      if (!out.write(block)) await once(out, 'drain')
      block = ''
    }
  }
  out.end(block)
  await once(out, 'finish')
}

async function galley(log: string, folder: string) {
  const library = await openLibrary(folder, migrations)
  try {
    library.db.transaction(() => {
      const insert = library.db.prepare(`
        INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
          starting_views, characters, words, created_at, updated_at)
        VALUES (@id, 'u' || @id, 'Article ' || @id, '', 's' || @id, 1, '', '', '', 0, 0, 0, 0, 0)`)
      for (let id = 1; id <= articles; id++) insert.run({ id })
    })()
    const addViews = library.db.prepare('UPDATE articles SET counted_views = counted_views + ? WHERE id = ?')
    const { analytics, sources } = createAnalytics({
      db: library.db,
      events: createEvents(),
      clock: { now: () => start + 60 * 86_400_000, at: () => () => {} },
      logger: pino({ level: 'silent' }),
      site: () => ({ timeZone: 'Asia/Shanghai', baseUrl: 'https://news.example.com/' }),
      articlePaths: () =>
        Array.from({ length: articles }, (_, index) => [pathOfArticle(index + 1), index + 1]),
      addCountedViews: (views) => {
        for (const [id, count] of views) addViews.run(count, id)
      },
    })
    sources.insert(log, false)
    let longest = 0
    let last = performance.now()
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 1)
    const began = performance.now()
    const counted = await analytics.ingest()
    const seconds = (performance.now() - began) / 1000
    clearInterval(pulse)
    return { seconds, longest, counted, rss: process.memoryUsage().rss }
  } finally {
    library.close()
  }
}

function goaccess(log: string, folder: string): number | null {
  const began = performance.now()
  const run = spawnSync(
    'goaccess',
    [log, '--log-format=COMBINED', '--no-global-config', '-o', join(folder, 'out.json')],
    { stdio: 'ignore' },
  )
  return run.status === 0 ? (performance.now() - began) / 1000 : null
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Reads a log of `lines` lines into the rollups, in turns with GoAccess. */
export async function benchAccessLog(
  report: (line: string) => void,
  { lines = 1_000_000, rounds = 3 } = {},
): Promise<{ galley: number; goaccess: number | null; ratio: number | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-log-'))
  try {
    const log = join(folder, 'access.log')
    await writeAccessLog(log, lines)
    report(`access log: ${lines} lines, ${(statSync(log).size / 1e6).toFixed(0)} MB`)
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 1; round <= rounds; round++) {
      const { seconds, longest, counted, rss } = await galley(log, join(folder, `library-${round}`))
      ours.push(seconds)
      report(
        `  galley ${seconds.toFixed(2)} s; ${counted.views} views, ${counted.bots} robots; longest pause ${longest.toFixed(0)} ms; ${(rss / 1e6).toFixed(0)} MB`,
      )
      const peer = goaccess(log, folder)
      if (peer !== null) {
        theirs.push(peer)
        report(`  goaccess ${peer.toFixed(2)} s`)
      }
    }
    const result = {
      galley: median(ours),
      goaccess: theirs.length > 0 ? median(theirs) : null,
      ratio: theirs.length > 0 ? median(ours) / median(theirs) : null,
    }
    report(
      result.ratio === null
        ? `access log: galley ${result.galley.toFixed(2)} s; goaccess is not installed`
        : `access log: galley / goaccess = ${result.ratio.toFixed(2)}`,
    )
    return result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await benchAccessLog((line) => console.log(line), {
    lines: Number(process.argv[2] ?? 1_000_000),
    rounds: Number(process.argv[3] ?? 3),
  })
}
