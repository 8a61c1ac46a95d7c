import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { orpc } from '../../api/client.ts'

/** The address of a media file's original; '' until the host has said where they are. */
export function useMediaUrl(): (id: string) => string {
  const { data } = useQuery(orpc.app.info.queryOptions())
  return useCallback((id) => (data ? data.mediaBase + id : ''), [data])
}
