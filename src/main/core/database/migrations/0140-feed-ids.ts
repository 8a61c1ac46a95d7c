import type { Migration } from '../migrate.ts'

export const feedIds: Migration = {
  version: 140,
  up: (db) =>
    db.exec(/* sql */ `
      -- Feeds name an article by its uid, which outlives its address. What readers have already had is named by the
      -- address it had then, so that it is not new to them.
      CREATE TABLE feed_paths (
        article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        path TEXT NOT NULL
      ) STRICT;
      INSERT INTO feed_paths SELECT article_id, path FROM live_articles;
    `),
}
