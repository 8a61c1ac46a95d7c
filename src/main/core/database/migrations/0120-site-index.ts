import type { Migration } from '../migrate.ts'

/**
 * A trigger that puts articles at the end of the list. `which`: an id, or a query for several. Not INSERT OR REPLACE: in
 * a trigger, the statement that set it off decides what comes of a conflict.
 */
const noting = (name: string, event: string, which: string) => /* sql */ `
      CREATE TRIGGER ${name} AFTER ${event} BEGIN
        DELETE FROM live_changes WHERE article_id IN (${which});
        INSERT INTO live_changes (article_id) ${which.startsWith('SELECT') ? which : `VALUES (${which})`};
      END;`

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

      ${noting('live_articles_came', 'INSERT ON live_articles', 'NEW.article_id')}
      ${noting('live_articles_changed', 'UPDATE ON live_articles', 'NEW.article_id')}
      ${noting('live_articles_went', 'DELETE ON live_articles', 'OLD.article_id')}
      -- Tags come only together with their article; of those that go, not those that go with it: a full build would
      -- note each of them.
      ${noting('live_tags_changed', 'UPDATE ON live_tags', 'NEW.article_id')}
      ${noting(
        'live_tags_went',
        `DELETE ON live_tags WHEN EXISTS (SELECT 1 FROM live_articles WHERE article_id = OLD.article_id)`,
        'OLD.article_id',
      )}
      ${noting(
        'live_views_changed',
        `UPDATE OF starting_views, counted_views ON articles
        WHEN NEW.views <> OLD.views AND EXISTS (SELECT 1 FROM live_articles WHERE article_id = NEW.id)`,
        'NEW.id',
      )}
      CREATE VIEW live_media_uses AS
        SELECT article_id, media_id FROM live_media
        UNION SELECT article_id, cover FROM live_articles WHERE cover IS NOT NULL;
      ${noting(
        'live_media_changed',
        'UPDATE OF renditions, animated, focus_x, focus_y ON media',
        'SELECT article_id FROM live_media_uses WHERE media_id = NEW.id',
      )}
      ${noting('live_tags_renamed', 'UPDATE ON tags', '0')}
      ${noting('live_bylines_renamed', 'UPDATE ON bylines', '0')}
      ${noting('live_categories_changed', 'UPDATE ON categories', '0')}
      ${noting('live_categories_went', 'DELETE ON categories', '0')}
    `),
}
