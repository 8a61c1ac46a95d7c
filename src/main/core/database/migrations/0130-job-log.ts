import type { Migration } from '../migrate.ts'

export const jobLog: Migration = {
  version: 130,
  up: (db) =>
    db.exec(/* sql */ `
      -- JSON: what the words for a line need. Since then message is a key; NULL where it is a text.
      ALTER TABLE job_log ADD COLUMN details TEXT;
    `),
}
