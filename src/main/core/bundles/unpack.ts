import { setImmediate } from 'node:timers/promises'
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { invalid } from '../errors.ts'
import { largestFile } from '../media/image-type.ts'

/** Bytes. */
export const largestBundle = 256 * 1024 * 1024
const largestText = 16 * 1024 * 1024
const mostFiles = 2_000

const textFile = /^(manifest|base|content|threads)\.json$/
const mediaFile = /^media\/[0-9a-f]{64}$/

/** A thousand times as much may come out of what goes in; this much is looked at before the limits are. */
const step = 4 * 1024
const stepsBetweenTurns = 64

/**
 * The files of a bundle, by the names that a bundle has; anything else makes it damaged. Nothing is believed that the
 * archive says about itself: what comes out is counted as it comes.
 *
 * @throws INVALID `not-a-bundle` | `bundle-damaged` | `bundle-too-large`
 */
export async function unpack(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  if (bytes.length > largestBundle) throw invalid('bundle-too-large', `${bytes.length} bytes`)
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4))
    throw invalid('not-a-bundle')
  const files = new Map<string, Uint8Array>()
  const open = new Set<UnzipFile>()
  let failure: Error | null = null
  let total = 0
  const fail = (error: Error) => {
    failure ??= error
    for (const file of open) file.terminate()
  }

  const archive = new Unzip((file) => {
    if (failure) return
    const limit = textFile.test(file.name) ? largestText : mediaFile.test(file.name) ? largestFile : null
    if (limit === null) return fail(invalid('bundle-damaged', 'unexpected file'))
    if (files.has(file.name)) return fail(invalid('bundle-damaged', 'file twice'))
    if (files.size >= mostFiles) return fail(invalid('bundle-too-large', 'files'))
    files.set(file.name, new Uint8Array())
    const chunks: Uint8Array[] = []
    let length = 0
    file.ondata = (error, chunk, final) => {
      if (error) return fail(invalid('bundle-damaged', error.message))
      length += chunk.length
      total += chunk.length
      if (length > limit || total > largestBundle) return fail(invalid('bundle-too-large', file.name))
      chunks.push(chunk)
      if (!final) return
      open.delete(file)
      files.set(file.name, Buffer.concat(chunks))
    }
    open.add(file)
    file.start()
  })
  archive.register(UnzipInflate)
  try {
    for (let at = 0, steps = 0; at < bytes.length && !failure; at += step) {
      archive.push(bytes.subarray(at, at + step), at + step >= bytes.length)
      // Others have their turn meanwhile.
      if (++steps % stepsBetweenTurns === 0) await setImmediate()
    }
  } catch (error) {
    fail(invalid('bundle-damaged', error instanceof Error ? error.message : String(error)))
  }
  if (failure) throw failure
  if (open.size > 0 || files.size === 0) throw invalid('bundle-damaged', 'cut off')
  return files
}
