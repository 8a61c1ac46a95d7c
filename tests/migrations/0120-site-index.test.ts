import Database from 'better-sqlite3'
import { beforeEach, expect, it } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { library } from '../../src/main/core/database/migrations/0010-library.ts'
import { site } from '../../src/main/core/database/migrations/0030-site.ts'
import { media } from '../../src/main/core/database/migrations/0060-media.ts'
import { links } from '../../src/main/core/database/migrations/0090-links.ts'
import { siteIndex } from '../../src/main/core/database/migrations/0120-site-index.ts'

let db: Database.Database

beforeEach(() => {
  db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, [library, site, media, links])
  db.exec(/* sql */ `
    INSERT INTO categories (id, name, slug, position) VALUES (7, '业界', 'industry', 0), (8, '研究', 'research', 1);
    INSERT INTO tags (id, name, slug) VALUES (5, '算力', 'compute');
    INSERT INTO media (id, file_name, mime, bytes, width, height, created_at)
    VALUES ('cover', 'c.png', 'image/png', 1, 1, 1, 0), ('body', 'b.png', 'image/png', 1, 1, 1, 0);
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, characters, words, created_at, updated_at)
    SELECT value, 'u' || value, '标题', '', 's' || value, 1, '', '', '', 0, 0, 0, 0, 0 FROM json_each('[1, 2, 3]');
    INSERT INTO live_articles VALUES
      (1, '2026/07/s1.html', 's1', '标题', '', '', 7, NULL, '', '', 'cover', '', 1, 1, 'p', 'l'),
      (2, '2026/07/s2.html', 's2', '标题', '', '', 8, NULL, '', '', NULL, '', 1, 1, 'p', 'l');
    INSERT INTO live_tags VALUES (1, 5, 0);
    INSERT INTO live_media VALUES (2, 'body');
  `)
  migrate(db, [library, site, media, links, siteIndex])
})

const newest = () => db.prepare('SELECT max(seq) FROM live_changes').pluck().get() as number
/** Articles that are to be read again after the statement. */
function changedBy(sql: string): unknown[] {
  const before = newest()
  db.exec(sql)
  return db
    .prepare('SELECT article_id FROM live_changes WHERE seq > ? ORDER BY article_id')
    .pluck()
    .all(before)
}

it('begins with everything to be read', () => {
  expect(db.prepare('SELECT article_id FROM live_changes').pluck().all()).toEqual([0])
})

it.each([
  [
    'an article comes',
    `INSERT INTO live_articles SELECT 3, 'p3', slug, title, dek, excerpt, category_id, byline_id,
    source_name, source_url, cover, cover_alt, 1, 1, 'p', 'l' FROM live_articles WHERE article_id = 2`,
    [3],
  ],
  ['an article changes', "UPDATE live_articles SET title = '新' WHERE article_id = 2", [2]],
  ['an article goes, with its tags', 'DELETE FROM live_articles WHERE article_id = 1', [1]],
  ['a tag goes', 'DELETE FROM tags WHERE id = 5', [1]],
  [
    'a tag is merged',
    "INSERT INTO tags (id, name, slug) VALUES (6, 'b', 'b'); UPDATE live_tags SET tag_id = 6",
    [1],
  ],
  ['a tag is renamed', "UPDATE tags SET name = '新' WHERE id = 5", [0]],
  ['a category changes', "UPDATE categories SET name = '新' WHERE id = 7", [0]],
  ['a category goes', 'DELETE FROM categories WHERE id = 8', [0, 2]],
  [
    'views are counted, of what is on the site',
    'UPDATE articles SET counted_views = 4 WHERE id IN (2, 3)',
    [2],
  ],
  ['an article is saved', "UPDATE articles SET title = '新', starting_views = 0", []],
  ['a cover has new forms', "UPDATE media SET renditions = '[]' WHERE id = 'cover'", [1]],
  ['a picture has another focal point', "UPDATE media SET focus_x = 0, focus_y = 0 WHERE id = 'body'", [2]],
])('tells what to read again when %s', (_, sql, expected) => {
  expect(changedBy(sql)).toEqual(expected)
})

it('keeps one row for each article, whatever happens to it', () => {
  for (let views = 1; views < 20; views++)
    db.exec(`UPDATE articles SET counted_views = ${views} WHERE id = 1`)
  expect(db.prepare('SELECT count(*) FROM live_changes').pluck().get()).toBe(2)
})
