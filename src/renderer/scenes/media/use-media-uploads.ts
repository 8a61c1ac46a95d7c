import { useCallback, useRef, useState } from 'react'
import type { Media } from '#shared/contract/media.ts'
import { client } from '../../api/client.ts'
import { presentError } from '../../errors/present-error.ts'

export interface UploadState {
  running: boolean
  done: number
  total: number
  stored: Media[]
  /** Pictures that the library had already. */
  known: number
  failed: { id: number; name: string; title: string; next: string }[]
}

const idle: UploadState = { running: false, done: 0, total: 0, stored: [], known: 0, failed: [] }

/** Uploads files one after another; more can be added while it runs. */
export function useMediaUploads(onStored?: (media: Media) => void) {
  const [state, setState] = useState(idle)
  const waiting = useRef<File[]>([])
  const running = useRef(false)
  const stored = useRef(onStored)
  stored.current = onStored

  const run = useCallback(async () => {
    if (running.current) return
    running.current = true
    for (let file = waiting.current.shift(); file; file = waiting.current.shift()) {
      const { name } = file
      const began = Date.now()
      try {
        const media = await client.media.upload({ file })
        setState((before) => ({
          ...before,
          done: before.done + 1,
          stored: [...before.stored, media],
          known: before.known + (media.createdAt < began - 1000 ? 1 : 0),
        }))
        stored.current?.(media)
      } catch (error) {
        const { title, next } = presentError(error)
        setState((before) => ({
          ...before,
          done: before.done + 1,
          failed: [...before.failed, { id: before.done, name, title, next }],
        }))
      }
    }
    running.current = false
    setState((before) => ({ ...before, running: false }))
  }, [])

  const add = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return
      waiting.current.push(...files)
      setState((before) =>
        before.running
          ? { ...before, total: before.total + files.length }
          : { ...idle, running: true, total: files.length },
      )
      void run()
    },
    [run],
  )
  /** The file under way is still stored. */
  const stop = useCallback(() => {
    waiting.current = []
  }, [])
  return { state, add, stop, dismiss: useCallback(() => setState(idle), []) }
}
