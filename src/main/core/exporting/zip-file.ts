import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { ExportFile } from './export-file.ts'

/** Writes files into an archive as they come; what has been written needs no memory. */
export async function writeZip(path: string, files: AsyncIterable<ExportFile>): Promise<void> {
  const out = createWriteStream(path)
  const failed = once(out, 'error').then(([error]) => Promise.reject(error))
  const ended = once(out, 'close')
  let full = false
  const zip = new Zip((error, chunk, isLast) => {
    if (error) return void out.destroy(error)
    if (chunk.length > 0) full = !out.write(chunk)
    if (isLast) out.end()
  })
  const room = async () => {
    if (full) await Promise.race([once(out, 'drain'), failed])
    full = false
  }
  try {
    for await (const { name, content } of files) {
      if (content instanceof Uint8Array) {
        const entry = new ZipDeflate(name, { level: 6 })
        zip.add(entry)
        entry.push(content, true)
      } else {
        // Pictures are compressed already.
        const entry = new ZipPassThrough(name)
        zip.add(entry)
        for await (const chunk of createReadStream(content.file)) {
          entry.push(chunk)
          await room()
        }
        entry.push(new Uint8Array(), true)
      }
      await room()
    }
    zip.end()
    await Promise.race([ended, failed])
  } catch (error) {
    zip.terminate()
    out.destroy()
    await ended
    throw error
  }
}
