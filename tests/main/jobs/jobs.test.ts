import Database from 'better-sqlite3'
import { pino } from 'pino'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '#shared/contract/jobs.ts'
import type { JobId } from '#shared/model/ids.ts'
import { migrate } from '../../../src/main/core/database/migrate.ts'
import { migrations } from '../../../src/main/core/database/migrations/index.ts'
import { createEvents, type Events } from '../../../src/main/core/events.ts'
import { createJobs, type Jobs } from '../../../src/main/core/jobs/job.runner.ts'
import {
  type JobContext,
  type JobHandler,
  PermanentError,
  RetryableError,
} from '../../../src/main/core/jobs/job-handler.ts'
import { createTestClock, type TestClock } from '../../helpers/test-clock.ts'

let db: Database.Database
let clock: TestClock
let events: Events
let jobs: Jobs

const open = () => createJobs({ db, events, clock, logger: pino({ level: 'silent' }) })
const enqueue = (name: string, { queue = 'q', ...rest }: { queue?: string; maxAttempts?: number } = {}) =>
  jobs.enqueue({ kind: 'work', queue, subject: name, payload: { name }, ...rest })
type Work = JobHandler<{ name: string }>
const handle = (run: Work['run'], more: Partial<Work> = {}) => jobs.register('work', { run, ...more })
const state = (id: JobId): Job['state'] => jobs.get(id).state

/** A job that goes on when told to. */
function gate() {
  let open = () => {}
  let arrived = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  const reached = new Promise<void>((resolve) => (arrived = resolve))
  return {
    open: () => open(),
    reached,
    async pass(): Promise<void> {
      arrived()
      await passed
    },
  }
}

beforeEach(() => {
  db = new Database(':memory:')
  migrate(db, migrations)
  clock = createTestClock()
  events = createEvents()
  jobs = open()
})

describe('jobs', () => {
  it('runs what was enqueued, and marks its success in the transaction of its own changes', async () => {
    db.exec('CREATE TABLE done (name TEXT)')
    handle(async ({ name }) => ({
      result: { name },
      commit: () => void db.prepare('INSERT INTO done VALUES (?)').run(name),
    }))
    jobs.start()
    const id = enqueue('one')
    expect(await jobs.settled(id)).toMatchObject({ state: 'succeeded', attempts: 1, result: { name: 'one' } })
    expect(db.prepare('SELECT name FROM done').pluck().all()).toEqual(['one'])
  })

  it('knows nothing of a job whose transaction was rolled back', () => {
    const work = db.transaction(() => {
      enqueue('never')
      throw new Error('no')
    })
    expect(() => work.immediate()).toThrow('no')
    expect(jobs.list(10)).toEqual([])
  })

  it('runs the jobs of a queue one after another, those of other queues beside them', async () => {
    const first = gate()
    const order: string[] = []
    handle(async ({ name }) => {
      order.push(name)
      if (name === 'a1') await first.pass()
      return {}
    })
    jobs.start()
    const a1 = enqueue('a1', { queue: 'a' })
    const a2 = enqueue('a2', { queue: 'a' })
    const b1 = enqueue('b1', { queue: 'b' })
    await jobs.settled(b1)
    expect(order).toEqual(['a1', 'b1'])
    expect(state(a2)).toBe('queued')
    first.open()
    await jobs.settled(a2)
    expect(state(a1)).toBe('succeeded')
    expect(order).toEqual(['a1', 'b1', 'a2'])
  })

  it('waits after trouble that may pass, longer each time, and keeps its place in the queue', async () => {
    let tries = 0
    handle(async ({ name }) => {
      if (name === 'shaky' && ++tries < 3) throw new RetryableError('unreachable', 'no route')
      return {}
    })
    jobs.start()
    const shaky = enqueue('shaky')
    const next = enqueue('next')
    const waits: number[] = []
    for (let round = 0; round < 2; round++) {
      const job = await jobs.settled(shaky)
      expect(job).toMatchObject({ state: 'waiting', error: { reason: 'unreachable', detail: 'no route' } })
      waits.push((job.nextAttemptAt ?? 0) - clock.now())
      expect(state(next)).toBe('queued')
      clock.advance(waits[round] ?? 0)
      await Promise.resolve()
    }
    expect(await jobs.settled(shaky)).toMatchObject({ state: 'succeeded', attempts: 3, error: null })
    expect(waits[1]).toBeGreaterThan((waits[0] ?? 0) * 1.5)
    expect((await jobs.settled(next)).state).toBe('succeeded')
    const trouble = { reason: 'unreachable', detail: 'no route' }
    expect(jobs.withLog(shaky).log).toMatchObject([
      { level: 'warn', message: 'again', values: trouble },
      { level: 'warn', message: 'again', values: trouble },
    ])
  })

  it('fails for good after its last attempt, and at once for trouble that stays', async () => {
    const ended: string[] = []
    handle(
      async ({ name }) => {
        if (name === 'refused') throw new PermanentError('foreign-folder', '/srv')
        if (name === 'full') throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
        throw new RetryableError('unreachable', 'no route')
      },
      { ended: ({ name }, how) => void ended.push(`${name} ${how}`) },
    )
    jobs.start()
    expect(await jobs.settled(enqueue('refused'))).toMatchObject({
      state: 'failed',
      error: { reason: 'foreign-folder', detail: '/srv' },
    })
    expect(await jobs.settled(enqueue('full'))).toMatchObject({ error: { reason: 'disk-full' } })
    expect(await jobs.settled(enqueue('once', { maxAttempts: 1 }))).toMatchObject({ state: 'failed' })
    expect(ended).toEqual(['refused failed', 'full failed', 'once failed'])
  })

  it('stops a running job at its next checkpoint, a queued one at once, a finished one not at all', async () => {
    const running = gate()
    handle(async (_, { checkpoint }) => {
      await running.pass()
      checkpoint()
      return { result: { late: true } }
    })
    jobs.start()
    const first = enqueue('first')
    const second = enqueue('second')
    await running.reached
    expect(jobs.cancel(second).state).toBe('cancelled')
    expect(jobs.cancel(first).state).toBe('running')
    running.open()
    expect(await jobs.settled(first)).toMatchObject({ state: 'cancelled', result: null })
    expect(() => jobs.cancel(first)).toThrow(
      expect.objectContaining({ data: { reason: 'finished', detail: undefined } }),
    )
  })

  it('does not wait for what the clock said before it was set back', async () => {
    let broken = true
    handle(async ({ name }) => {
      if (name === 'shaky' && broken) throw new RetryableError('unreachable', '')
      return {}
    })
    jobs.start()
    const shaky = enqueue('shaky')
    expect((await jobs.settled(shaky)).state).toBe('waiting')
    broken = false
    clock.advance(-86_400_000)
    await jobs.settled(enqueue('next', { queue: 'other' }))
    expect((await jobs.settled(shaky)).state).toBe('succeeded')
  })

  it('runs a failed job again when asked to, and a waiting one now', async () => {
    let broken = true
    handle(async () => {
      if (broken) throw new RetryableError('unreachable', '')
      return {}
    })
    jobs.start()
    const waiting = enqueue('waiting')
    const failed = enqueue('failed', { queue: 'other', maxAttempts: 1 })
    await jobs.settled(waiting)
    expect((await jobs.settled(failed)).state).toBe('failed')
    broken = false
    jobs.retry(waiting)
    jobs.retry(failed)
    expect((await jobs.settled(waiting)).state).toBe('succeeded')
    expect(await jobs.settled(failed)).toMatchObject({ state: 'succeeded', error: null })
    expect(() => jobs.retry(failed)).toThrow()
  })

  it('answers the same job for the same key, unless that one has failed', async () => {
    let broken = true
    handle(async () => {
      if (broken) throw new PermanentError('no', '')
      return {}
    })
    jobs.start()
    const ask = () =>
      jobs.enqueue({ kind: 'work', queue: 'q', subject: '', payload: { name: '' }, idempotencyKey: 'k' })
    const first = ask()
    expect(ask()).toBe(first)
    await jobs.settled(first)
    broken = false
    const second = ask()
    expect(second).not.toBe(first)
    await jobs.settled(second)
    expect(ask()).toBe(second)
  })

  it('goes on with what was running when the program died, but not for ever', async () => {
    handle(async () => ({}))
    const id = enqueue('work')
    const die = () => db.prepare("UPDATE jobs SET state = 'running', attempts = attempts + 1").run()
    die()
    jobs.start()
    expect(await jobs.settled(id)).toMatchObject({ state: 'succeeded', attempts: 2 })

    const deadly = enqueue('deadly')
    await jobs.stop()
    for (let crash = 1; crash <= 3; crash++) {
      db.prepare("UPDATE jobs SET state = 'running' WHERE id = ?").run(deadly)
      jobs = open()
      handle(() => new Promise(() => {}))
      jobs.start()
    }
    expect(jobs.get(deadly)).toMatchObject({ state: 'failed', error: { reason: 'crashed' } })
  })

  it('puts a running job back when the program ends, without counting the attempt', async () => {
    const running = gate()
    handle(async (_, { signal, checkpoint }: JobContext) => {
      await running.pass()
      expect(signal.aborted).toBe(true)
      checkpoint()
      return {}
    })
    jobs.start()
    const id = enqueue('work')
    await running.reached
    const stopped = jobs.stop()
    running.open()
    await stopped
    expect(jobs.get(id)).toMatchObject({ state: 'queued', attempts: 0 })
  })

  it('announces progress without a flood', async () => {
    const seen: Job[] = []
    const ending = new AbortController()
    const listening = (async () => {
      for await (const job of events.subscribe('jobs.changed', { signal: ending.signal })) seen.push(job)
    })().catch(() => {})
    handle(async (_, { progress }) => {
      for (let done = 1; done <= 1000; done++) progress({ done, total: 1000, step: 'rendering' })
      return {}
    })
    jobs.start()
    const id = enqueue('work')
    expect(await jobs.settled(id)).toMatchObject({ done: 1000, total: 1000, step: 'rendering' })
    await Promise.resolve()
    ending.abort()
    await listening
    expect(seen.length).toBeLessThan(8)
    expect(seen.at(-1)?.state).toBe('succeeded')
  })
})
