import type { Database } from 'better-sqlite3'
import type { Migration } from '../migrate.ts'

export const media: Migration = {
  version: 60,
  up: (db) => {
    db.exec(/* sql */ `
      -- alt, caption and credit are what a picture is inserted with. focus_x and focus_y: what must stay in sight where it
      -- is cropped, 0 to 1. renditions: its smaller forms as JSON; derived_with: the recipe that made them, 0 before.
      -- phone_bytes: what a phone loads of it.
      ALTER TABLE media ADD COLUMN alt TEXT NOT NULL DEFAULT '';
      ALTER TABLE media ADD COLUMN caption TEXT NOT NULL DEFAULT '';
      ALTER TABLE media ADD COLUMN credit TEXT NOT NULL DEFAULT '';
      ALTER TABLE media ADD COLUMN description TEXT NOT NULL DEFAULT '';
      ALTER TABLE media ADD COLUMN focus_x REAL;
      ALTER TABLE media ADD COLUMN focus_y REAL;
      ALTER TABLE media ADD COLUMN animated INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE media ADD COLUMN derived_from TEXT REFERENCES media (id) ON DELETE SET NULL;
      ALTER TABLE media ADD COLUMN fingerprint TEXT;
      ALTER TABLE media ADD COLUMN renditions TEXT NOT NULL DEFAULT '';
      ALTER TABLE media ADD COLUMN derived_with INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE media ADD COLUMN derive_attempts INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE media ADD COLUMN phone_bytes INTEGER NOT NULL DEFAULT 0;
      UPDATE media SET phone_bytes = bytes;
      CREATE INDEX media_by_origin ON media (derived_from) WHERE derived_from IS NOT NULL;
      CREATE INDEX media_to_derive ON media (derived_with, derive_attempts, created_at);

      -- Pictures that kept revisions show; they stay as long as one does.
      CREATE TABLE revision_media (
        revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
        media_id TEXT NOT NULL REFERENCES media (id),
        PRIMARY KEY (revision_id, media_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX revision_media_by_media ON revision_media (media_id);`)
    fillRevisionMedia(db)
  },
}

function fillRevisionMedia(db: Database): void {
  const content = db.prepare<[number], Buffer>('SELECT content FROM revisions WHERE id = ?').pluck()
  const insert = db.prepare<[number, string]>(
    'INSERT OR IGNORE INTO revision_media (revision_id, media_id) SELECT ?, id FROM media WHERE id = ?',
  )
  for (const revision of db.prepare<[], number>('SELECT id FROM revisions').pluck().all()) {
    const json = content.get(revision)?.toString('latin1') ?? ''
    // Quotes inside texts are escaped, so that what looks like a field is one.
    for (const [, id = ''] of json.matchAll(/"(?:media|cover)":"([0-9a-f]{64})"/g)) insert.run(revision, id)
  }
}
