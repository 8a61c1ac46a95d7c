import type { Migration } from '../migrate.ts'

export const site: Migration = {
  version: 30,
  up: (db) =>
    db.exec(/* sql */ `
      -- Exactly what was confirmed for the site; pages are made from these rows and never from drafts.
      -- page_hash covers everything the article's own page shows, list_hash what lists show of it.
      CREATE TABLE live_articles (
        article_id INTEGER PRIMARY KEY REFERENCES articles (id),
        path TEXT NOT NULL UNIQUE,
        slug TEXT NOT NULL,
        title TEXT NOT NULL,
        dek TEXT NOT NULL,
        excerpt TEXT NOT NULL,
        category_id INTEGER REFERENCES categories (id) ON DELETE SET NULL,
        byline_id INTEGER REFERENCES bylines (id) ON DELETE SET NULL,
        source_name TEXT NOT NULL,
        source_url TEXT NOT NULL,
        cover TEXT REFERENCES media (id),
        cover_alt TEXT NOT NULL,
        publish_time INTEGER NOT NULL,
        modified_at INTEGER NOT NULL,
        page_hash TEXT NOT NULL,
        list_hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX live_articles_by_time ON live_articles (publish_time, article_id);
      CREATE INDEX live_articles_by_category ON live_articles (category_id, publish_time, article_id);
      CREATE INDEX live_articles_by_byline ON live_articles (byline_id, publish_time, article_id);
      CREATE INDEX live_articles_by_cover ON live_articles (cover) WHERE cover IS NOT NULL;

      CREATE TABLE live_bodies (
        article_id INTEGER PRIMARY KEY REFERENCES live_articles (article_id) ON DELETE CASCADE,
        html BLOB NOT NULL
      ) STRICT;

      CREATE TABLE live_tags (
        article_id INTEGER NOT NULL REFERENCES live_articles (article_id) ON DELETE CASCADE,
        tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        PRIMARY KEY (article_id, tag_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX live_tags_by_tag ON live_tags (tag_id, article_id);

      -- Pictures inside the bodies; covers are in live_articles.
      CREATE TABLE live_media (
        article_id INTEGER NOT NULL REFERENCES live_articles (article_id) ON DELETE CASCADE,
        media_id TEXT NOT NULL REFERENCES media (id),
        PRIMARY KEY (article_id, media_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX live_media_by_media ON live_media (media_id);

      -- Old addresses. They name what moved, not where to, so that chains cannot arise.
      CREATE TABLE redirects (
        path TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('article', 'category', 'tag', 'byline')),
        target_id INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER categories_moved AFTER UPDATE OF slug ON categories WHEN OLD.slug <> NEW.slug BEGIN
        INSERT OR REPLACE INTO redirects VALUES ('category/' || OLD.slug || '/index.html', 'category', NEW.id);
        DELETE FROM redirects WHERE path = 'category/' || NEW.slug || '/index.html';
      END;
      CREATE TRIGGER tags_moved AFTER UPDATE OF slug ON tags WHEN OLD.slug <> NEW.slug BEGIN
        INSERT OR REPLACE INTO redirects VALUES ('tag/' || OLD.slug || '/index.html', 'tag', NEW.id);
        DELETE FROM redirects WHERE path = 'tag/' || NEW.slug || '/index.html';
      END;
      CREATE TRIGGER bylines_moved AFTER UPDATE OF slug ON bylines WHEN OLD.slug <> NEW.slug BEGIN
        INSERT OR REPLACE INTO redirects VALUES ('byline/' || OLD.slug || '/index.html', 'byline', NEW.id);
        DELETE FROM redirects WHERE path = 'byline/' || NEW.slug || '/index.html';
      END;
    `),
}
