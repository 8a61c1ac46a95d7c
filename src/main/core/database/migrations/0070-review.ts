import type { Migration } from '../migrate.ts'

export const review: Migration = {
  version: 70,
  up: (db) =>
    db.exec(/* sql */ `
      -- version counts every change; content_version is the last one that changed what readers see. Comments and open
      -- suggestions change the first alone, so what was published, scheduled or approved stays so.
      ALTER TABLE articles ADD COLUMN content_version INTEGER NOT NULL DEFAULT 1;
      UPDATE articles SET content_version = version;
      ALTER TABLE articles ADD COLUMN suggestions INTEGER NOT NULL DEFAULT 0;
      DROP INDEX articles_changed;
      ALTER TABLE articles DROP COLUMN changed;
      ALTER TABLE articles ADD COLUMN changed INTEGER NOT NULL
        GENERATED ALWAYS AS (state = 'published' AND ifnull(confirmed_version, 0) < content_version) VIRTUAL;
      CREATE INDEX articles_changed ON articles (updated_at, id) WHERE changed = 1 AND trashed_at IS NULL;

      -- Whoever wrote a comment, a suggestion or an approval, here or on another machine.
      CREATE TABLE people (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        colour TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- The place of a thread is a mark in the document; quote is what it stood on.
      CREATE TABLE comment_threads (
        uid TEXT PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        quote TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        resolved_at INTEGER,
        resolved_by TEXT REFERENCES people (id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX comment_threads_by_article ON comment_threads (article_id, resolved_at);

      CREATE TABLE comment_messages (
        uid TEXT PRIMARY KEY,
        thread_uid TEXT NOT NULL REFERENCES comment_threads (uid) ON DELETE CASCADE,
        author TEXT NOT NULL REFERENCES people (id),
        text TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        edited_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX comment_messages_by_thread ON comment_messages (thread_uid, created_at);

      -- Requests and what came of them. hash stands for the content that was approved, revision_id keeps it; ended_at:
      -- when an approval fell away, or a request was answered.
      CREATE TABLE reviews (
        uid TEXT PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('requested', 'approved', 'changes-requested')),
        person TEXT NOT NULL REFERENCES people (id),
        addressee TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        hash TEXT,
        revision_id INTEGER REFERENCES revisions (id) ON DELETE SET NULL,
        created_at INTEGER NOT NULL,
        ended_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX reviews_by_article ON reviews (article_id, created_at);
      CREATE UNIQUE INDEX reviews_standing ON reviews (article_id) WHERE kind = 'approved' AND ended_at IS NULL;
    `),
}
