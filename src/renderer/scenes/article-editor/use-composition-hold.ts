import { useEffect, useMemo, useRef } from 'react'
import type { Draft } from './draft/draft.ts'

/** ProseMirror takes up the result of a composition a moment after it ended. */
const afterwards = 60

/** Holds back saving while an input method composes anywhere below the element that gets these handlers. */
export function useCompositionHold(draft: Draft) {
  const release = useRef<(() => void) | null>(null)
  useEffect(() => () => release.current?.(), [])
  return useMemo(
    () => ({
      onCompositionStartCapture: () => {
        release.current ??= draft.hold()
      },
      onCompositionEndCapture: () => {
        const held = release.current
        release.current = null
        setTimeout(() => held?.(), afterwards)
      },
    }),
    [draft],
  )
}
