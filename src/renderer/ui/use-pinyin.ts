import { useEffect, useState } from 'react'
import { loadPinyin } from './match-name.ts'

/** Renders again once names can be found by pinyin. */
export function usePinyin(): void {
  const [, setLoaded] = useState(false)
  useEffect(() => {
    let left = false
    // Without it names are still found as they are written.
    loadPinyin().then(
      () => !left && setLoaded(true),
      () => {},
    )
    return () => {
      left = true
    }
  }, [])
}
