import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { pino } from 'pino'
import type { ArticleId } from '#shared/model/ids.ts'
import { createAnalytics } from '../../../src/main/core/analytics/create-analytics.ts'
import { migrations } from '../../../src/main/core/database/migrations/index.ts'
import { openLibrary } from '../../../src/main/core/database/open-library.ts'
import { createEvents } from '../../../src/main/core/events.ts'

type Feature = ReturnType<typeof createAnalytics>

export interface TestAnalytics extends Feature {
  db: Database
  folder: string
  clock: { time: number }
  site: { timeZone: string }
  views(id: number): unknown
  day(from?: string, to?: string): ReturnType<Feature['figures']['overview']>
  article(id: number, from?: string, to?: string): ReturnType<Feature['figures']['article']>
  stop(): Promise<void>
}

/** The feature over a library of its own with the articles 1 to 3, at `2025/07/one.html` and so on. */
export async function createTestAnalytics({
  now = Date.UTC(2025, 6, 31, 12),
  timeZone = 'Asia/Shanghai',
} = {}): Promise<TestAnalytics> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-analytics-'))
  const library = await openLibrary(join(folder, 'library'), migrations)
  const { db } = library
  db.exec(/* sql */ `
    INSERT INTO categories (id, name, slug, position) VALUES (1, '业界动态', 'industry', 0), (2, '数据分析', 'data', 1);
    INSERT INTO bylines (id, name, slug) VALUES (1, '林知远', 'lin');
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, category_id, byline_id, source_name, source_url,
      cover_alt, starting_views, characters, words, created_at, updated_at)
    VALUES (1, 'a', '第一篇', '', 'one', 1, 1, 1, '', '', '', 100, 0, 0, 0, 0),
      (2, 'b', '第二篇', '', 'two', 1, 1, NULL, '', '', '', 0, 0, 0, 0, 0),
      (3, 'c', '第三篇', '', 'three', 1, 2, 1, '', '', '', 0, 0, 0, 0, 0);`)
  const addViews = db.prepare('UPDATE articles SET counted_views = counted_views + ? WHERE id = ?')
  const clock = { time: now, now: () => clock.time, at: () => () => {} }
  const site = { timeZone, baseUrl: 'https://news.example.com/' }
  const feature = createAnalytics({
    db,
    events: createEvents(),
    clock,
    logger: pino({ level: 'silent' }),
    site: () => site,
    articlePaths: () => [
      ['2025/07/one.html', 1],
      ['2025/07/two.html', 2],
      ['2025/06/three-before.html', 3],
      ['2025/07/three.html', 3],
    ],
    addCountedViews: (views) => {
      for (const [id, count] of views) addViews.run(count, id)
    },
  })
  return {
    ...feature,
    db,
    folder,
    clock,
    site,
    views: (id: number) => db.prepare('SELECT views FROM articles WHERE id = ?').pluck().get(id),
    day: (from = '2025-07-31', to = from) => feature.figures.overview({ from, to, granularity: 'day' }),
    article: (id: number, from = '2025-07-31', to = from) =>
      feature.figures.article({ articleId: id as ArticleId, from, to }),
    async stop() {
      await feature.analytics.stop()
      library.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
