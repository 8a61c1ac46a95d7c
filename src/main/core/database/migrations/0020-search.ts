import type { Migration } from '../migrate.ts'

/**
 * The tokens are made by the application (`search/index-tokens.ts`): the ascii tokenizer only parts them at spaces.
 * Contentless: the texts are in article_bodies. Filled by the application after the migration.
 */
export const search: Migration = {
  version: 20,
  up: (db) =>
    db.exec(/* sql */ `
      CREATE VIRTUAL TABLE search_text USING fts5 (
        title, body, content = '', contentless_delete = 1, tokenize = 'ascii'
      );
      CREATE VIRTUAL TABLE search_characters USING fts5 (
        characters, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none
      );
      -- Merging at a commit would make every hundredth save slow: it is done in small steps afterwards instead
      -- (search/index-merger.ts).
      INSERT INTO search_text (search_text, rank)
      VALUES ('automerge', 0), ('crisismerge', 256), ('usermerge', 8);
      INSERT INTO search_characters (search_characters, rank)
      VALUES ('automerge', 0), ('crisismerge', 256), ('usermerge', 8);
      -- What each article's entry was made from, so that a save that leaves the text alone costs nothing.
      CREATE TABLE search_entries (
        article_id INTEGER PRIMARY KEY,
        digest BLOB NOT NULL
      ) STRICT;
    `),
}
