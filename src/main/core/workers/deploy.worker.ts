import { MessageChannel, type MessagePort, parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { configure, databaseFile } from '../database/open-library.ts'
import type {
  DeployWorkerData,
  FromDeployWorker,
  ShareAnswer,
  ShareRequest,
  ToDeployWorker,
} from '../publishing/deploy-messages.ts'
import { createDeployWork, siteFingerprint } from '../publishing/deploy-work.ts'
import { directoryOf, nameOf } from '../publishing/manifest.ts'
import { createFolderTarget } from '../publishing/targets/folder/folder.target.ts'
import { packError, StoppedError, unpackError } from '../publishing/worker-error.ts'
import { portions, writeShare } from '../publishing/write-share.ts'
import { openSite, type SiteChange } from '../site/site.ts'

/** From this many files on, a second thread takes part. */
const worthSharing = 500

if (!parentPort) throw new Error('deploy.worker runs as a worker')
const main = parentPort
const paths = workerData as DeployWorkerData
const db = new Database(databaseFile(paths.libraryFolder), { readonly: true })
configure(db)
db.pragma('cache_size = -8000')

const say = (message: FromDeployWorker) => main.postMessage(message)
const stopper = (cancel: Int32Array) => () => {
  if (Atomics.load(cancel, 0) === 1) throw new StoppedError('stopped')
}
const placing = (places: ReadonlyMap<string, string>) => (path: string) =>
  `${places.get(directoryOf(path))}/${nameOf(path)}`

let helper: MessagePort | undefined
function helperPort(): MessagePort {
  if (helper) return helper
  const { port1, port2 } = new MessageChannel()
  main.postMessage({ type: 'helper', port: port2 } satisfies FromDeployWorker, [port2])
  helper = port1
  return helper
}

const changeOf: { current: SiteChange } = { current: { publish: [], withdraw: [], now: 0 } }
let cancelOf: Int32Array = new Int32Array(new SharedArrayBuffer(4))

const folderTarget = createFolderTarget(async ({ files, difference, checkpoint, progress }, places) => {
  const { send } = difference
  const counter = new Int32Array(new SharedArrayBuffer(4))
  const placeOf = placing(places)
  const all = Math.max(1, portions(send.length))
  const report = () => {
    const share = Math.min(1, Atomics.load(counter, 0) / all)
    progress(Math.round(share * send.length), send.length, 'rendering')
  }
  const front = { counter, end: 'front' } as const
  if (send.length < worthSharing) return writeShare(files, send, front, placeOf, checkpoint, report)

  const port = helperPort()
  const answer = new Promise<ShareAnswer>((resolve) => port.once('message', resolve))
  port.postMessage({
    change: changeOf.current,
    fingerprint: siteFingerprint(files),
    send,
    counter,
    cancel: cancelOf,
    places,
  } satisfies ShareRequest)
  let own: ReturnType<typeof writeShare> = []
  let failure: unknown
  try {
    own = writeShare(files, send, front, placeOf, checkpoint, report)
  } catch (error) {
    failure = error
    Atomics.store(counter, 0, all)
  }
  const other = await answer
  if (failure) throw failure
  if (other.type === 'error') throw unpackError(other.error)
  return other.type === 'written' ? [...own, ...other.written] : own
})

const work = createDeployWork({ db, paths, kindOf: () => folderTarget, changeOf })

/** Serves as the second thread of another deploy worker. */
function help(port: MessagePort): void {
  port.on('message', (request: ShareRequest) => {
    let answer: ShareAnswer
    db.exec('BEGIN')
    try {
      const files = openSite(db, paths, request.change).files()
      answer =
        siteFingerprint(files) === request.fingerprint
          ? {
              type: 'written',
              written: writeShare(
                files,
                request.send,
                { counter: request.counter, end: 'back' },
                placing(request.places),
                stopper(request.cancel),
              ),
            }
          : { type: 'differs' }
    } catch (error) {
      // Let the other thread come to its end too.
      Atomics.store(request.counter, 0, request.send.length)
      answer = { type: 'error', error: packError(error) }
    } finally {
      db.exec('COMMIT')
    }
    port.postMessage(answer)
  })
}

// One after another: a deploy waits for the disk, and nothing may come between.
let last: Promise<void> = Promise.resolve()
main.on('message', (message: ToDeployWorker | { help: MessagePort }) => {
  if ('help' in message) help(message.help)
  else last = last.then(() => answer(message))
})

async function answer({ id, operation, request, cancel }: ToDeployWorker): Promise<void> {
  try {
    cancelOf = cancel
    const run = work[operation] as (request: unknown, tools: object) => unknown
    const result = await run(request, {
      checkpoint: stopper(cancel),
      progress: (done: number, total: number, step: string) =>
        say({ id, type: 'progress', done, total, step }),
    })
    say({ id, type: 'result', result })
  } catch (error) {
    say({ id, type: 'error', error: packError(error) })
  }
}
