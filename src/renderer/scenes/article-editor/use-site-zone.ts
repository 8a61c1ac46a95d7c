import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'

/** The site's time zone; that of this machine until the settings have come. */
export function useSiteZone(): string {
  const { data } = useQuery(orpc.settings.get.queryOptions())
  return data?.site.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}
