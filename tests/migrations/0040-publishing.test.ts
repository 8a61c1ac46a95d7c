import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { publishing } from '../../src/main/core/database/migrations/0040-publishing.ts'
import { migrations } from '../../src/main/core/database/migrations/index.ts'

const before = migrations.filter(({ version }) => version < publishing.version)

it('adds jobs and publishing beside what was there', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, before)
  db.exec(/* sql */ `
    INSERT INTO articles (id, uid, title, dek, slug, slug_is_automatic, source_name, source_url, cover_alt,
      starting_views, characters, words, created_at, updated_at, state, version, confirmed_version)
    VALUES (1, 'u1', '标题', '', 'one', 1, '', '', '', 0, 0, 0, 0, 0, 'published', 3, 2);
    INSERT INTO revisions (id, article_id, article_version, reason, title, characters, content, created_at)
    VALUES (1, 1, 2, 'published', '标题', 0, x'', 0);
  `)
  const rows = () => db.prepare('SELECT * FROM articles').all()
  const old = rows()
  migrate(db, [...before, publishing])
  expect(rows()).toEqual(old)

  db.exec(/* sql */ `
    INSERT INTO targets (id, uid, name, config, created_at) VALUES (1, 't', '本地', '{}', 0);
    INSERT INTO jobs (id, kind, queue, subject, payload, max_attempts, created_at) VALUES (1, 'k', 'q', '', '{}', 1, 0);
    INSERT INTO job_log (job_id, at, level, message) VALUES (1, 0, 'info', '');
    INSERT INTO deploys (id, target_id, job_id, root, at, created_at) VALUES (1, 1, 1, 'r', 0, 0);
    UPDATE targets SET current_deploy = 1;
    INSERT INTO schedules VALUES (1, 1, 1, 3, 0);
    INSERT INTO live_revisions VALUES (1, 1, 2, 0);
    DELETE FROM jobs;
  `)
  expect(db.prepare('SELECT count(*) FROM job_log').pluck().get()).toBe(0)
  expect(db.prepare('SELECT job_id FROM deploys').pluck().get()).toBeNull()
  expect(() => db.exec("UPDATE deploys SET state = 'other'")).toThrow(/CHECK/)
  // A target with schedules stays until they are gone.
  expect(() => db.exec('DELETE FROM targets')).toThrow(/FOREIGN KEY/)
  db.exec('DELETE FROM articles')
  expect(db.prepare('SELECT count(*) FROM schedules').pluck().get()).toBe(0)
  expect(db.pragma('foreign_key_check')).toEqual([])
})
