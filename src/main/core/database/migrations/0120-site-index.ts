import type { Migration } from '../migrate.ts'

export const siteIndex: Migration = {
  version: 120,
  up: (db) =>
    db.exec(/* sql */ `
      -- What a reader that keeps the whole site in memory has to read again: the newest change of each article that is,
      -- or was, on the site. 0 stands for all of them. Written by triggers, so that no writer can forget it.
      CREATE TABLE live_changes (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL UNIQUE
      ) STRICT;
      INSERT INTO live_changes (article_id) VALUES (0);
      CREATE INDEX live_links_by_target ON live_links (target_uid);

      -- Not INSERT OR REPLACE: in a trigger the statement that set it off decides what comes of a conflict.
      CREATE TRIGGER live_articles_came AFTER INSERT ON live_articles BEGIN
        DELETE FROM live_changes WHERE article_id = NEW.article_id;
        INSERT INTO live_changes (article_id) VALUES (NEW.article_id);
      END;
      CREATE TRIGGER live_articles_changed AFTER UPDATE ON live_articles BEGIN
        DELETE FROM live_changes WHERE article_id = NEW.article_id;
        INSERT INTO live_changes (article_id) VALUES (NEW.article_id);
      END;
      CREATE TRIGGER live_articles_went AFTER DELETE ON live_articles BEGIN
        DELETE FROM live_changes WHERE article_id = OLD.article_id;
        INSERT INTO live_changes (article_id) VALUES (OLD.article_id);
      END;
      -- Tags come only together with their article.
      CREATE TRIGGER live_tags_changed AFTER UPDATE ON live_tags BEGIN
        DELETE FROM live_changes WHERE article_id = NEW.article_id;
        INSERT INTO live_changes (article_id) VALUES (NEW.article_id);
      END;
      -- Not those that go with their article: a full build would note each of them.
      CREATE TRIGGER live_tags_went AFTER DELETE ON live_tags
      WHEN EXISTS (SELECT 1 FROM live_articles WHERE article_id = OLD.article_id) BEGIN
        DELETE FROM live_changes WHERE article_id = OLD.article_id;
        INSERT INTO live_changes (article_id) VALUES (OLD.article_id);
      END;
      CREATE TRIGGER live_views_changed AFTER UPDATE OF starting_views, counted_views ON articles
      WHEN NEW.views <> OLD.views AND EXISTS (SELECT 1 FROM live_articles WHERE article_id = NEW.id) BEGIN
        DELETE FROM live_changes WHERE article_id = NEW.id;
        INSERT INTO live_changes (article_id) VALUES (NEW.id);
      END;
      CREATE VIEW live_media_uses AS
        SELECT article_id, media_id FROM live_media
        UNION SELECT article_id, cover FROM live_articles WHERE cover IS NOT NULL;
      CREATE TRIGGER live_media_changed AFTER UPDATE OF renditions, animated, focus_x, focus_y ON media BEGIN
        DELETE FROM live_changes
        WHERE article_id IN (SELECT article_id FROM live_media_uses WHERE media_id = NEW.id);
        INSERT INTO live_changes (article_id) SELECT article_id FROM live_media_uses WHERE media_id = NEW.id;
      END;
      CREATE TRIGGER live_tags_renamed AFTER UPDATE ON tags BEGIN
        DELETE FROM live_changes WHERE article_id = 0;
        INSERT INTO live_changes (article_id) VALUES (0);
      END;
      CREATE TRIGGER live_bylines_renamed AFTER UPDATE ON bylines BEGIN
        DELETE FROM live_changes WHERE article_id = 0;
        INSERT INTO live_changes (article_id) VALUES (0);
      END;
      CREATE TRIGGER live_categories_changed AFTER UPDATE ON categories BEGIN
        DELETE FROM live_changes WHERE article_id = 0;
        INSERT INTO live_changes (article_id) VALUES (0);
      END;
      CREATE TRIGGER live_categories_went AFTER DELETE ON categories BEGIN
        DELETE FROM live_changes WHERE article_id = 0;
        INSERT INTO live_changes (article_id) VALUES (0);
      END;
    `),
}
