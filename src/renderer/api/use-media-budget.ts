import { useQuery } from '@tanstack/react-query'
import type { MediaSettings } from '#shared/contract/settings.ts'
import { orpc } from './client.ts'

const unlimited: MediaSettings = {
  pictureBudget: Number.POSITIVE_INFINITY,
  articleBudget: Number.POSITIVE_INFINITY,
}

/** How much pictures may weigh on a phone, bytes. */
export function useMediaBudget(): MediaSettings {
  return useQuery(orpc.settings.get.queryOptions()).data?.media ?? unlimited
}
