import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'

/** The way to what was just published: the local site, started first where it is not running. */
export function PublishedSite() {
  const { t } = useTranslation('publishing')
  const queryClient = useQueryClient()
  const status = useQuery(orpc.server.status.queryOptions())
  const targets = useQuery(orpc.targets.list.queryOptions())
  const start = useMutation(
    orpc.server.start.mutationOptions({
      onSuccess: (next) => queryClient.setQueryData(orpc.server.status.queryKey(), next),
      onError: reportError,
    }),
  )
  const newest = targets.data?.toSorted((a, b) => (b.lastDeployAt ?? 0) - (a.lastDeployAt ?? 0))[0]
  if (status.data?.running && status.data.url) {
    return (
      <Button component="a" href={status.data.url} target="_blank" rel="noreferrer" variant="default">
        {t('dialog.view')}
      </Button>
    )
  }
  if (!newest) return null
  return (
    <Button variant="default" loading={start.isPending} onClick={() => start.mutate({ targetId: newest.id })}>
      {t('startSite')}
    </Button>
  )
}
