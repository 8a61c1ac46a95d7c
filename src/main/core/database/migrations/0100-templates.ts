import type { Migration } from '../migrate.ts'

/** What articles begin with, and blocks to put into them. `content` is JSON. */
export const templates: Migration = {
  version: 100,
  up: (db) =>
    db.exec(/* sql */ `
      CREATE TABLE templates (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        content BLOB NOT NULL,
        excerpt TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE snippets (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        content BLOB NOT NULL,
        excerpt TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
    `),
}
