import { type CompositionEvent, useRef, useState } from 'react'

/**
 * A text field whose interim letters, while an input method composes, are shown but never committed: they are not
 * part of the article yet.
 */
export function useComposingValue(value: string, commit: (value: string) => void) {
  const [interim, setInterim] = useState<string | null>(null)
  const composing = useRef(false)
  return {
    value: interim ?? value,
    change(text: string) {
      if (composing.current) setInterim(text)
      else commit(text)
    },
    composition: {
      onCompositionStart: () => {
        composing.current = true
      },
      onCompositionEnd: (event: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        composing.current = false
        setInterim(null)
        commit(event.currentTarget.value)
      },
    },
  }
}
