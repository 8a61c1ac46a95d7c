import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Media } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'
import { orpc } from './client.ts'

type Small = Pick<Media, 'id' | 'renditions'>

/** The address of a picture as lists show it; '' until the host has said where media is. */
export function useThumbnailUrl(): (picture: MediaId | Small) => string {
  const { data } = useQuery(orpc.app.info.queryOptions())
  return useCallback(
    (picture) => {
      if (!data) return ''
      if (typeof picture === 'string') return `${data.mediaBase}${picture}/thumbnail`
      // Another address once there is a small form, so that it takes the place of the original.
      const made = picture.renditions.length > 0 ? '?small' : ''
      return `${data.mediaBase}${picture.id}/thumbnail${made}`
    },
    [data],
  )
}

/** The address of a stored image; null until the host has said where media is. */
export function useMediaUrl(): ((id: MediaId) => string) | null {
  const { data } = useQuery(orpc.app.info.queryOptions())
  const base = data?.mediaBase
  const url = useCallback((id: MediaId) => `${base}${id}`, [base])
  return base === undefined ? null : url
}
