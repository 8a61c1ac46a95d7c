import { useEffect, useState } from 'react'
import { plainText, usedMedia } from '#shared/document/plain-text.ts'
import { type TextLength, textLength } from '#shared/model/text-length.ts'
import type { Draft } from './draft/draft.ts'

const pause = 300

export interface BodyCounts extends TextLength {
  /** Ids of the pictures that it shows. */
  pictures: string[]
}

/** Counts of the body, made in a pause of the typing: they read the whole document. */
export function useTextCounts(draft: Draft): BodyCounts | null {
  const [counts, setCounts] = useState<BodyCounts | null>(null)
  useEffect(() => {
    let counted: object | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let idle = 0
    const count = () => {
      counted = draft.body().identity
      const doc = draft.body().read()
      setCounts({ ...textLength(plainText(doc)), pictures: usedMedia(doc) })
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
