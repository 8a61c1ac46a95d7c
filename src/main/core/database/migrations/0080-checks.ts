import type { Migration } from '../migrate.ts'

export const checks: Migration = {
  version: 80,
  up: (db) =>
    db.exec(/* sql */ `
      -- Sensitive words, and spellings with the one that is preferred.
      CREATE TABLE check_words (
        list TEXT NOT NULL CHECK (list IN ('sensitive', 'spelling')),
        word TEXT NOT NULL,
        preferred TEXT NOT NULL,
        PRIMARY KEY (list, word)
      ) STRICT, WITHOUT ROWID;

      -- Rules that are not as they come.
      CREATE TABLE check_rules (
        rule TEXT PRIMARY KEY,
        mode TEXT NOT NULL CHECK (mode IN ('off', 'on', 'block'))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE check_waivers (
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        rule TEXT NOT NULL,
        key TEXT NOT NULL,
        reason TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        PRIMARY KEY (article_id, rule, key)
      ) STRICT, WITHOUT ROWID;
    `),
}
