import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { WritingSettings } from '#shared/contract/settings.ts'
import { orpc } from '../../api/client.ts'

const off: WritingSettings = { quotes: 'off', dashes: false, fullWidth: false }

/** The settings of writing, for an editor that is made once and asks at every key. */
export function useWritingSettings(): () => WritingSettings {
  const { data } = useQuery(orpc.settings.get.queryOptions())
  const settings = useRef(off)
  settings.current = data?.writing ?? off
  return useCallback(() => settings.current, [])
}
