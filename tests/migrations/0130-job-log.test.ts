import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../src/main/core/database/migrate.ts'
import { library } from '../../src/main/core/database/migrations/0010-library.ts'
import { publishing } from '../../src/main/core/database/migrations/0040-publishing.ts'
import { jobLog } from '../../src/main/core/database/migrations/0130-job-log.ts'
import { createJobStore } from '../../src/main/core/jobs/job.store.ts'

test('migration 130 keeps the lines of before as the texts that they are', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, [library, publishing])
  db.exec(/* sql */ `
    INSERT INTO jobs (id, kind, queue, subject, payload, max_attempts, created_at)
    VALUES (1, 'publishing.deploy', 'target:1', '本地', '{}', 8, 5);
    INSERT INTO job_log (job_id, at, level, message) VALUES (1, 6, 'info', 'added 3, changed 0')`)
  migrate(db, [library, publishing, jobLog])
  expect(db.pragma('user_version', { simple: true })).toBe(130)
  const store = createJobStore(db)
  const line = { at: 7, level: 'warn', message: 'late', values: { title: '晚', count: 3 } } as const
  store.addLog(1, line)
  expect(store.log(1)).toEqual([{ at: 6, level: 'info', message: 'added 3, changed 0', values: null }, line])
})
