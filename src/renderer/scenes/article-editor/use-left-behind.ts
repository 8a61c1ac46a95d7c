import { useCallback, useEffect, useState } from 'react'
import type { Draft } from './draft/draft.ts'
import { discardLeftBehind, leftBehind } from './draft/drafts.ts'
import type { JournalEntry } from './draft/journal.ts'
import { sameValue } from './draft/same-value.ts'

/** What an earlier window could not save, when it differs from what is stored. */
export function useLeftBehind(draft: Draft): { entry: JournalEntry | null; forget: () => void } {
  const [entry, setEntry] = useState<JournalEntry | null>(null)
  useEffect(() => {
    let left = false
    const look = async () => {
      const [newest] = await leftBehind(draft.id)
      if (!newest || left) return
      const stored = draft.content()
      if (sameValue({ ...stored, ...newest.changes }, stored)) await discardLeftBehind(draft.id)
      else setEntry(newest)
    }
    // Without storage there is nothing to offer.
    look().catch(() => {})
    return () => {
      left = true
    }
  }, [draft])
  return { entry, forget: useCallback(() => setEntry(null), []) }
}
