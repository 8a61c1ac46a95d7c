import { parentPort } from 'node:worker_threads'
import { ORPCError } from '@orpc/server'
import sharp from 'sharp'
import { editPicture } from '../media/edit-picture.ts'
import { inspectImage } from '../media/inspect-image.ts'
import { lookAlikes } from '../media/look-alikes.ts'
import { makeRenditions } from '../media/make-renditions.ts'
import type {
  FromPictureWorker,
  PictureOperation,
  PictureOperations,
  ToPictureWorker,
} from '../media/picture-work.ts'

// Renditions are made while somebody writes: one core is theirs.
sharp.concurrency(1)
sharp.cache(false)

const work: {
  [Name in PictureOperation]: (
    request: PictureOperations[Name]['request'],
  ) => PictureOperations[Name]['result'] | Promise<PictureOperations[Name]['result']>
} = {
  inspect: ({ bytes }) => inspectImage(bytes),
  derive: makeRenditions,
  edit: ({ file, mime, edit }) => editPicture(file, mime, edit),
  lookAlikes,
}

const say = (message: FromPictureWorker) => parentPort?.postMessage(message)

// What takes long in here waits for libvips, so that an upload is looked at while renditions are made.
parentPort?.on('message', async ({ id, operation, request }: ToPictureWorker) => {
  try {
    const run = work[operation] as (request: unknown) => unknown
    say({ id, result: await run(request) })
  } catch (error) {
    say({ id, error: packed(error) })
  }
})

function packed(error: unknown): { message: string; invalid?: string; code?: string } {
  if (error instanceof ORPCError) {
    const { reason, detail = '' } = error.data as { reason: string; detail?: string }
    return { message: detail, invalid: reason }
  }
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  return code === undefined ? { message } : { message, code }
}
