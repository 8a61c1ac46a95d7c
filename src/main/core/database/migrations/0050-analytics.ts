import type { Migration } from '../migrate.ts'

/**
 * Days are numbers, yyyymmdd, in the site's time zone; months yyyymm; hours are epoch ms of their start. Page requests
 * (hits) and beacons are kept apart: a page's views of a day are its beacons where there are any, else its hits.
 * Article 0 stands for every page that is not an article.
 */
export const analytics: Migration = {
  version: 50,
  up: (db) =>
    db.exec(/* sql */ `
      CREATE TABLE log_sources (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL UNIQUE,
        built_in INTEGER NOT NULL,
        last_read_at INTEGER,
        lines INTEGER NOT NULL DEFAULT 0,
        bots INTEGER NOT NULL DEFAULT 0,
        unreadable INTEGER NOT NULL DEFAULT 0,
        error TEXT
      ) STRICT;

      -- A file is known by a hash of its first head_bytes bytes, so that it is found again after any kind of rotation.
      -- read_to counts bytes of text, also where the file is compressed.
      CREATE TABLE log_files (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id INTEGER NOT NULL REFERENCES log_sources (id) ON DELETE CASCADE,
        head BLOB NOT NULL,
        head_bytes INTEGER NOT NULL,
        read_to INTEGER NOT NULL,
        identity TEXT NOT NULL,
        seen_at INTEGER NOT NULL,
        UNIQUE (source_id, head, head_bytes)
      ) STRICT;

      -- Only of days that are not over: what tells a new visitor from a returning one.
      CREATE TABLE visitor_salts (
        day INTEGER PRIMARY KEY,
        salt BLOB NOT NULL
      ) STRICT;
      CREATE TABLE visitor_marks (
        id INTEGER PRIMARY KEY,
        day INTEGER NOT NULL REFERENCES visitor_salts (day) ON DELETE CASCADE,
        marks BLOB NOT NULL
      ) STRICT;
      CREATE INDEX visitor_marks_by_day ON visitor_marks (day);

      CREATE TABLE article_days (
        day INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        hits INTEGER NOT NULL,
        beacons INTEGER NOT NULL,
        hit_visitors INTEGER NOT NULL,
        beacon_visitors INTEGER NOT NULL,
        reads INTEGER NOT NULL,
        read_percent INTEGER NOT NULL,
        read_seconds INTEGER NOT NULL,
        depth_25 INTEGER NOT NULL,
        depth_50 INTEGER NOT NULL,
        depth_75 INTEGER NOT NULL,
        depth_100 INTEGER NOT NULL,
        views INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN beacons > 0 THEN beacons ELSE hits END) VIRTUAL,
        visitors INTEGER NOT NULL
          GENERATED ALWAYS AS (CASE WHEN beacons > 0 THEN beacon_visitors ELSE hit_visitors END) VIRTUAL,
        PRIMARY KEY (day, article_id)
      ) STRICT, WITHOUT ROWID;

      -- Counted, but not yet added to articles.counted_views: many slices make one update there.
      CREATE TABLE views_to_add (
        article_id INTEGER PRIMARY KEY,
        views INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE article_months (
        month INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        views INTEGER NOT NULL,
        visitors INTEGER NOT NULL,
        reads INTEGER NOT NULL,
        read_percent INTEGER NOT NULL,
        PRIMARY KEY (month, article_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE article_hours (
        at INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        hits INTEGER NOT NULL,
        beacons INTEGER NOT NULL,
        hit_visitors INTEGER NOT NULL,
        beacon_visitors INTEGER NOT NULL,
        PRIMARY KEY (at, article_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE referrer_hosts (
        id INTEGER PRIMARY KEY,
        host TEXT NOT NULL UNIQUE
      ) STRICT;

      CREATE TABLE article_referrers (
        day INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        host_id INTEGER NOT NULL REFERENCES referrer_hosts (id),
        hits INTEGER NOT NULL,
        beacons INTEGER NOT NULL,
        PRIMARY KEY (day, article_id, host_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE site_days (
        day INTEGER PRIMARY KEY,
        views INTEGER NOT NULL,
        visitors INTEGER NOT NULL,
        reads INTEGER NOT NULL,
        read_percent INTEGER NOT NULL,
        read_seconds INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE site_hours (
        at INTEGER PRIMARY KEY,
        day INTEGER NOT NULL,
        hour_of_day INTEGER NOT NULL,
        views INTEGER NOT NULL,
        visitors INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX site_hours_by_day ON site_hours (day, hour_of_day, views);

      CREATE TABLE site_referrers (
        day INTEGER NOT NULL,
        host_id INTEGER NOT NULL REFERENCES referrer_hosts (id),
        views INTEGER NOT NULL,
        PRIMARY KEY (day, host_id)
      ) STRICT, WITHOUT ROWID;
    `),
}
