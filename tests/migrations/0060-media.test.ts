import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { media } from '../../src/main/core/database/migrations/0060-media.ts'
import { migrations } from '../../src/main/core/database/migrations/index.ts'

const [shown, gone] = ['a'.repeat(64), 'b'.repeat(64)]

it('keeps pictures and knows which of them kept versions show', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(
    db,
    migrations.filter(({ version }) => version < 60),
  )
  db.exec(/* sql */ `
    INSERT INTO media VALUES ('${shown}', '图.png', 'image/png', 100, 30, 20, 7);
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, characters, words, created_at, updated_at)
    VALUES (1, 'u1', '标题', '', 'one', 1, '', '', '', 0, 2, 2, 5, 6)`)
  const content = (id: string) =>
    JSON.stringify({
      cover: id,
      doc: {
        type: 'doc',
        content: [
          { type: 'image', attrs: { media: id } },
          { type: 'paragraph', content: [{ type: 'text', text: `"media":"${shown}"` }] },
        ],
      },
    })
  const insert = db.prepare("INSERT INTO revisions VALUES (?, 1, 1, 'manual', '标题', 2, ?, 5)")
  insert.run(1, Buffer.from(content(shown)))
  insert.run(2, Buffer.from(content(gone)))
  const revisions = db.prepare('SELECT * FROM revisions').all()

  migrate(db, migrations.filter(({ version }) => version < 60).concat(media))
  expect(db.prepare('SELECT * FROM media').all()).toEqual([
    {
      id: shown,
      file_name: '图.png',
      mime: 'image/png',
      bytes: 100,
      width: 30,
      height: 20,
      created_at: 7,
      alt: '',
      caption: '',
      credit: '',
      description: '',
      focus_x: null,
      focus_y: null,
      animated: 0,
      derived_from: null,
      fingerprint: null,
      renditions: '',
      derived_with: 0,
      derive_attempts: 0,
      phone_bytes: 100,
    },
  ])
  expect(db.prepare('SELECT * FROM revisions').all()).toEqual(revisions)
  expect(db.prepare('SELECT * FROM revision_media').all()).toEqual([{ revision_id: 1, media_id: shown }])
  expect(() => db.exec('DELETE FROM media')).toThrow(/FOREIGN KEY/)
  db.exec('DELETE FROM revisions')
  db.exec('DELETE FROM media')
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})
