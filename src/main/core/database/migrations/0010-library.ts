import type { Migration } from '../migrate.ts'

export const library: Migration = {
  version: 10,
  up: (db) =>
    db.exec(/* sql */ `
      CREATE TABLE categories (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        parent_id INTEGER REFERENCES categories (id),
        name TEXT NOT NULL,
        slug TEXT NOT NULL UNIQUE,
        description TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX categories_by_name ON categories (ifnull(parent_id, 0), name COLLATE NOCASE);

      CREATE TABLE tags (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        slug TEXT NOT NULL UNIQUE
      ) STRICT;

      CREATE TABLE bylines (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        slug TEXT NOT NULL UNIQUE
      ) STRICT;

      CREATE TABLE media (
        id TEXT PRIMARY KEY,
        file_name TEXT NOT NULL,
        mime TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX media_by_age ON media (created_at);

      -- version counts changes of content; a change of state keeps it. confirmed_version is what is on the site.
      CREATE TABLE articles (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        dek TEXT NOT NULL,
        slug TEXT NOT NULL UNIQUE,
        slug_is_automatic INTEGER NOT NULL,
        category_id INTEGER REFERENCES categories (id),
        byline_id INTEGER REFERENCES bylines (id),
        source_name TEXT NOT NULL,
        source_url TEXT NOT NULL,
        cover TEXT REFERENCES media (id),
        cover_alt TEXT NOT NULL,
        publish_time INTEGER,
        starting_views INTEGER NOT NULL,
        counted_views INTEGER NOT NULL DEFAULT 0,
        views INTEGER NOT NULL GENERATED ALWAYS AS (starting_views + counted_views) VIRTUAL,
        state TEXT NOT NULL DEFAULT 'draft'
          CHECK (state IN ('draft', 'in_review', 'approved', 'scheduled', 'published', 'withdrawn')),
        version INTEGER NOT NULL DEFAULT 1,
        confirmed_version INTEGER,
        changed INTEGER NOT NULL GENERATED ALWAYS AS (state = 'published' AND version IS NOT confirmed_version) VIRTUAL,
        characters INTEGER NOT NULL,
        words INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        scheduled_at INTEGER,
        published_at INTEGER,
        trashed_at INTEGER
      ) STRICT;

      CREATE TABLE article_bodies (
        article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        doc BLOB NOT NULL,
        html BLOB NOT NULL,
        text BLOB NOT NULL
      ) STRICT;

      CREATE TABLE article_tags (
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        PRIMARY KEY (article_id, tag_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_tags_by_tag ON article_tags (tag_id, article_id);

      CREATE TABLE article_media (
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        media_id TEXT NOT NULL REFERENCES media (id),
        PRIMARY KEY (article_id, media_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_media_by_media ON article_media (media_id);

      CREATE INDEX articles_by_update ON articles (updated_at, id, state) WHERE trashed_at IS NULL;
      CREATE INDEX articles_by_creation ON articles (created_at, id, state) WHERE trashed_at IS NULL;
      CREATE INDEX articles_by_publication ON articles (published_at, id, state) WHERE trashed_at IS NULL;
      CREATE INDEX articles_by_views ON articles (views, id, state) WHERE trashed_at IS NULL;
      CREATE INDEX articles_by_title ON articles (title, id, state) WHERE trashed_at IS NULL;
      CREATE INDEX articles_by_state ON articles (state, updated_at, id) WHERE trashed_at IS NULL;
      CREATE INDEX articles_by_category ON articles (category_id, updated_at, id, state) WHERE trashed_at IS NULL;
      CREATE INDEX articles_by_byline ON articles (byline_id, updated_at, id, state) WHERE trashed_at IS NULL;
      CREATE INDEX articles_changed ON articles (updated_at, id) WHERE changed = 1 AND trashed_at IS NULL;
      CREATE INDEX articles_in_trash ON articles (trashed_at, id) WHERE trashed_at IS NOT NULL;
      CREATE INDEX articles_scheduled ON articles (scheduled_at) WHERE state = 'scheduled';
      CREATE INDEX articles_by_cover ON articles (cover) WHERE cover IS NOT NULL;

      CREATE TABLE revisions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        article_version INTEGER NOT NULL,
        reason TEXT NOT NULL
          CHECK (reason IN ('autosave', 'manual', 'import', 'before_restore', 'conflict', 'published')),
        title TEXT NOT NULL,
        characters INTEGER NOT NULL,
        content BLOB NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX revisions_by_article ON revisions (article_id, created_at);

      CREATE TABLE settings (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `),
}
