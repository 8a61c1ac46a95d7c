import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'

const remembered = (key: string) =>
  ({ key: `galley.${key}`, defaultValue: false, getInitialValueInEffect: false }) as const

/** Focus on one block and writing without the rest of the window; remembered. */
export function useWritingModes() {
  const [focus, setFocus] = useLocalStorage<boolean>(remembered('focusMode'))
  const [fullScreen, setFullScreen] = useLocalStorage<boolean>(remembered('fullScreen'))
  return {
    focus,
    fullScreen,
    toggleFocus: useCallback(() => setFocus((on) => !on), [setFocus]),
    toggleFullScreen: useCallback(() => setFullScreen((on) => !on), [setFullScreen]),
  }
}
