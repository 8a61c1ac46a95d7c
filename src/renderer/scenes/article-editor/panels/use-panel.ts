import { useLocalStorage } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { PanelId } from './panels.ts'

/** Which panel is shown: the remembered one; beside another article none until it is asked for. */
export function usePanel(areTwo: boolean) {
  const remembered = useLocalStorage<PanelId | null>({
    key: 'galley.panel',
    defaultValue: 'facts',
    getInitialValueInEffect: false,
  })
  const [asked, ask] = useState<PanelId | null>(null)
  useEffect(() => {
    if (!areTwo) ask(null)
  }, [areTwo])
  return areTwo ? ([asked, ask] as const) : remembered
}
