import { useRef, useState } from 'react'
import type { z } from 'zod'
import type { ExportedFile, ExportFormat, ExportProgress } from '#shared/contract/exporting.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { client } from '../../api/client.ts'

export type ExportState =
  | { step: 'choose' }
  | { step: 'exporting'; progress: z.infer<typeof ExportProgress> | null }
  | { step: 'done'; file: ExportedFile }
  | { step: 'dismissed' }
  | { step: 'failed'; error: unknown }

/** The export from its format to the file. */
export function useExport(ids: ArticleId[]) {
  const [state, setState] = useState<ExportState>({ step: 'choose' })
  const cancel = useRef<AbortController>(null)

  const start = async (format: ExportFormat, pictures: 'inside' | 'beside') => {
    setState({ step: 'exporting', progress: null })
    cancel.current = new AbortController()
    const { signal } = cancel.current
    try {
      let file: ExportedFile | null = null
      const stream = await client.exporting.export({ articleIds: ids, format, pictures }, { signal })
      for await (const progress of stream) {
        setState({ step: 'exporting', progress })
        file = progress.file
      }
      if (signal.aborted) return
      setState(file ? { step: 'done', file } : { step: 'dismissed' })
      if (file?.download) download(file.download, file.name)
    } catch (error) {
      if (!signal.aborted) setState({ step: 'failed', error })
    }
  }
  return { state, start, stop: () => cancel.current?.abort() }
}

export function download(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
