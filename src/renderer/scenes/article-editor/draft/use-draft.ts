import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Draft } from './draft.ts'
import type { DraftState } from './draft-state.ts'
import { keepOpen, openDraft } from './drafts.ts'

/** Opens the draft of an article for as long as the component lives. */
export function useDraft(id: ArticleId) {
  const [result, setResult] = useState<{ draft: Draft | null; error: unknown }>({ draft: null, error: null })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let release: (() => void) | undefined
    let left = false
    if (attempt > 0) setResult({ draft: null, error: null })
    openDraft(id).then(
      (draft) => {
        if (left) return
        release = keepOpen(draft)
        // React runs effects after the paint otherwise: a key that comes before them would not find its shortcut.
        flushSync(() => setResult({ draft, error: null }))
      },
      (error) => !left && setResult({ draft: null, error }),
    )
    return () => {
      left = true
      release?.()
    }
  }, [id, attempt])
  return { ...result, retry: useCallback(() => setAttempt((count) => count + 1), []) }
}

/** A part of the draft's state; the component renders again only when that part changes, as `stored` does with every save. */
export const useDraftState = <T>(draft: Draft, select: (state: DraftState) => T): T =>
  useSyncExternalStore(draft.subscribe, () => select(draft.getState()))
