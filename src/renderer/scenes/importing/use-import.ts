import { useEffect, useReducer, useRef } from 'react'
import type { z } from 'zod'
import type { ImportItem, ImportProgress as ProgressSchema } from '#shared/contract/importing.ts'
import { client } from '../../api/client.ts'

type Progress = z.infer<typeof ProgressSchema>

/** Which items go in, and which related entries with each. */
export type ImportChoice = ReadonlyMap<number, ReadonlySet<number>>

export type ImportState =
  | { step: 'choose' }
  | { step: 'inspecting'; files: number }
  | { step: 'review'; batchId: string; items: ImportItem[]; choice: ImportChoice; error?: unknown }
  | { step: 'importing'; progress: Progress }
  | { step: 'done'; progress: Progress; stopped: boolean }
  | { step: 'failed'; error: unknown; files: File[] }

const nothingYet = (total: number): Progress => ({ done: 0, total, created: [], failed: [] })

/** Everything that can be read and is not in the library yet. */
const suggested = (items: ImportItem[]): ImportChoice =>
  new Map(
    items.flatMap((item, index) =>
      item.failure === null && !item.exists ? [[index, new Set<number>()] as const] : [],
    ),
  )

/** The import from choosing files to the result. */
export function useImport(files: File[]) {
  const [state, setState] = useReducer((_: ImportState, next: ImportState) => next, { step: 'choose' })
  const cancel = useRef<AbortController>(null)
  const batch = useRef<string>(null)

  const discard = () => {
    if (batch.current) void client.importing.discard({ batchId: batch.current }).catch(() => {})
    batch.current = null
  }

  const inspect = async (files: File[]) => {
    setState({ step: 'inspecting', files: files.length })
    cancel.current = new AbortController()
    const { signal } = cancel.current
    try {
      const { batchId, items } = await client.importing.inspect({ files }, { signal })
      batch.current = batchId
      if (signal.aborted) return discard()
      setState({ step: 'review', batchId, items, choice: suggested(items) })
    } catch (error) {
      if (!signal.aborted) setState({ step: 'failed', error, files })
    }
  }

  const commit = async (review: Extract<ImportState, { step: 'review' }>) => {
    const items = [...review.choice].map(([index, related]) => ({ index, related: [...related] }))
    let progress = nothingYet(items.length)
    setState({ step: 'importing', progress })
    cancel.current = new AbortController()
    const { signal } = cancel.current
    try {
      const stream = await client.importing.commit({ batchId: review.batchId, items }, { signal })
      for await (progress of stream) setState({ step: 'importing', progress })
      batch.current = null
      setState({ step: 'done', progress, stopped: false })
    } catch (error) {
      if (signal.aborted || progress.created.length > 0) setState({ step: 'done', progress, stopped: true })
      else setState({ ...review, error })
    }
  }

  const started = useRef(false)
  useEffect(() => {
    if (files.length > 0 && !started.current) void inspect(files)
    started.current = true
  })

  return {
    state,
    inspect,
    commit,
    choose: (choice: ImportChoice) => {
      if (state.step === 'review') setState({ ...state, choice })
    },
    restart: () => {
      discard()
      setState({ step: 'choose' })
    },
    stop: () => cancel.current?.abort(),
    leave: () => {
      cancel.current?.abort()
      discard()
    },
  }
}
