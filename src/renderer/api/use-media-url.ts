import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { MediaId } from '#shared/model/ids.ts'
import { orpc } from './client.ts'

/** The address of a stored image; null until the host has said where media is. */
export function useMediaUrl(): ((id: MediaId) => string) | null {
  const { data } = useQuery(orpc.app.info.queryOptions())
  const base = data?.mediaBase
  const url = useCallback((id: MediaId) => `${base}${id}`, [base])
  return base === undefined ? null : url
}
