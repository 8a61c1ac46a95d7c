import type { Migration } from '../migrate.ts'

export const links: Migration = {
  version: 90,
  up: (db) =>
    db.exec(/* sql */ `
      -- Links of an article to others, by uid: it stays whatever becomes of the other's slug, and may name an article
      -- that is not in this library yet.
      CREATE TABLE article_links (
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        target_uid TEXT NOT NULL,
        PRIMARY KEY (article_id, target_uid)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_links_by_target ON article_links (target_uid);

      -- The same of what is on the site.
      CREATE TABLE live_links (
        article_id INTEGER NOT NULL REFERENCES live_articles (article_id) ON DELETE CASCADE,
        target_uid TEXT NOT NULL,
        PRIMARY KEY (article_id, target_uid)
      ) STRICT, WITHOUT ROWID;
    `),
}
