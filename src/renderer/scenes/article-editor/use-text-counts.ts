import { useEffect, useState } from 'react'
import { plainText } from '#shared/document/plain-text.ts'
import { type TextLength, textLength } from '#shared/model/text-length.ts'
import type { Draft } from './draft/draft.ts'

const pause = 300

/** Counts of the body, made in a pause of the typing: they read the whole document. */
export function useTextCounts(draft: Draft): TextLength | null {
  const [counts, setCounts] = useState<TextLength | null>(null)
  useEffect(() => {
    let counted: object | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let idle = 0
    const count = () => {
      counted = draft.body().identity
      setCounts(textLength(plainText(draft.body().read())))
    }
    const later = () => {
      if (draft.body().identity === counted) return
      clearTimeout(timer)
      cancelIdleCallback(idle)
      timer = setTimeout(() => {
        idle = requestIdleCallback(count, { timeout: 1_000 })
      }, pause)
    }
    count()
    const stop = draft.subscribe(later)
    return () => {
      stop()
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  }, [draft])
  return counts
}
