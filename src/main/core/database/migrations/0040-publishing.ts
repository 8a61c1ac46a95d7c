import type { Migration } from '../migrate.ts'

export const publishing: Migration = {
  version: 40,
  up: (db) =>
    db.exec(/* sql */ `
      -- A job holds its place in its queue until it ends. crashes counts how often the program died while it ran.
      CREATE TABLE jobs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        queue TEXT NOT NULL,
        subject TEXT NOT NULL,
        payload TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'queued'
          CHECK (state IN ('queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled')),
        attempts INTEGER NOT NULL DEFAULT 0,
        max_attempts INTEGER NOT NULL,
        crashes INTEGER NOT NULL DEFAULT 0,
        next_attempt_at INTEGER,
        done INTEGER NOT NULL DEFAULT 0,
        total INTEGER NOT NULL DEFAULT 0,
        step TEXT NOT NULL DEFAULT '',
        error_reason TEXT,
        error_detail TEXT,
        result TEXT,
        idempotency_key TEXT UNIQUE,
        created_at INTEGER NOT NULL,
        started_at INTEGER,
        finished_at INTEGER
      ) STRICT;
      CREATE INDEX jobs_unfinished ON jobs (queue, id) WHERE state IN ('queued', 'running', 'waiting');
      CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL;

      CREATE TABLE job_log (
        id INTEGER PRIMARY KEY,
        job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        level TEXT NOT NULL CHECK (level IN ('info', 'warn', 'error')),
        message TEXT NOT NULL
      ) STRICT;
      CREATE INDEX job_log_by_job ON job_log (job_id, id);

      -- uid is written down at the target too, so that no other library takes it for its own. A forgotten target keeps
      -- its row: it goes on where it was when its folder is added again.
      CREATE TABLE targets (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        config TEXT NOT NULL,
        current_deploy INTEGER REFERENCES deploys (id),
        created_at INTEGER NOT NULL,
        forgotten_at INTEGER
      ) STRICT;

      -- root names the version at the target; it is unique across libraries and their backups. restored: the deploy that
      -- this one put back. at: the moment of the change, see SiteChange.now .
      CREATE TABLE deploys (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        target_id INTEGER NOT NULL REFERENCES targets (id) ON DELETE CASCADE,
        job_id INTEGER REFERENCES jobs (id) ON DELETE SET NULL,
        state TEXT NOT NULL DEFAULT 'applying' CHECK (state IN ('applying', 'succeeded', 'failed', 'cancelled')),
        root TEXT NOT NULL,
        restored INTEGER REFERENCES deploys (id),
        at INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        finished_at INTEGER,
        added INTEGER NOT NULL DEFAULT 0,
        changed INTEGER NOT NULL DEFAULT 0,
        removed INTEGER NOT NULL DEFAULT 0,
        files INTEGER NOT NULL DEFAULT 0,
        bytes INTEGER NOT NULL DEFAULT 0,
        kept INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX deploys_by_target ON deploys (target_id, id);

      -- What a deploy does to articles, and what it puts in the place of. revision_id null: withdrawn, or was not live.
      CREATE TABLE deploy_articles (
        deploy_id INTEGER NOT NULL REFERENCES deploys (id) ON DELETE CASCADE,
        article_id INTEGER NOT NULL,
        title TEXT NOT NULL,
        action TEXT NOT NULL CHECK (action IN ('publish', 'update', 'withdraw')),
        revision_id INTEGER,
        version INTEGER,
        at INTEGER,
        previous_revision_id INTEGER,
        previous_version INTEGER,
        previous_at INTEGER,
        PRIMARY KEY (deploy_id, article_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX deploy_articles_by_article ON deploy_articles (article_id, deploy_id);

      -- The revision of each article that is on the site.
      CREATE TABLE live_revisions (
        article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        revision_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;

      -- What is at a target, recorded once it is there. A path that ends in '/' is a directory and key the name of its
      -- tree ('/' is the root). An empty key: what is there is not what was sent, so it is sent again.
      CREATE TABLE manifest (
        target_id INTEGER NOT NULL REFERENCES targets (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        key TEXT NOT NULL,
        hash TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        PRIMARY KEY (target_id, path)
      ) STRICT, WITHOUT ROWID;

      -- What stood in the manifest before each kept deploy changed it; key null: nothing.
      CREATE TABLE manifest_changes (
        deploy_id INTEGER NOT NULL REFERENCES deploys (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        key TEXT,
        hash TEXT,
        bytes INTEGER,
        PRIMARY KEY (deploy_id, path)
      ) STRICT, WITHOUT ROWID;

      -- The revision that was confirmed when the article was scheduled.
      CREATE TABLE schedules (
        article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        target_id INTEGER NOT NULL REFERENCES targets (id),
        revision_id INTEGER NOT NULL REFERENCES revisions (id),
        version INTEGER NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX schedules_by_time ON schedules (at);
    `),
}
