import type { Migration } from '../migrate.ts'

export const revisions: Migration = {
  version: 110,
  up: (db) =>
    db.exec(/* sql */ `
      -- The reason moves to a column without a list of what it may be: the contract knows that.
      ALTER TABLE revisions ADD COLUMN kept_for TEXT NOT NULL DEFAULT '';
      UPDATE revisions SET kept_for = reason;
      ALTER TABLE revisions DROP COLUMN reason;
      ALTER TABLE revisions RENAME COLUMN kept_for TO reason;
      ALTER TABLE revisions ADD COLUMN name TEXT NOT NULL DEFAULT '';
      ALTER TABLE revisions ADD COLUMN author TEXT NOT NULL DEFAULT '';

      -- Contents that other machines know: sent or received in review bundles. Where two of them part is looked up here.
      -- content is null for one that was only heard of; shared: both sides have had it.
      CREATE TABLE bundle_contents (
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        hash TEXT NOT NULL,
        position INTEGER NOT NULL,
        shared INTEGER NOT NULL,
        content BLOB,
        PRIMARY KEY (article_id, hash)
      ) STRICT;
    `),
}
