import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Job } from '#shared/contract/jobs.ts'
import { orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { JobProgress } from './JobProgress.tsx'
import { PublishedSite } from './PublishedSite.tsx'

/** The job that a confirmed plan became, until it is over. */
export function PublishOutcome({ job: enqueued, onClose }: { job: Job; onClose: () => void }) {
  const { t } = useTranslation(['publishing', 'common'])
  const jobs = useQuery(orpc.jobs.list.queryOptions({ input: { limit: 100 } }))
  const job = jobs.data?.find(({ id }) => id === enqueued.id) ?? enqueued
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions({ onError: reportError }))
  const retry = useMutation(orpc.jobs.retry.mutationOptions({ onError: reportError }))
  const over = job.state === 'succeeded' || job.state === 'failed' || job.state === 'cancelled'
  return (
    <Stack gap="md">
      <Text fw={600} role="status">
        {job.state === 'succeeded' && t('publishing:dialog.succeeded')}
        {job.state === 'failed' && t('publishing:dialog.failed')}
        {job.state === 'cancelled' && t('publishing:dialog.cancelled')}
        {job.state === 'waiting' && t('publishing:dialog.waiting')}
        {(job.state === 'running' || job.state === 'queued') && t(`publishing:jobState.${job.state}`)}
      </Text>
      <JobProgress job={job} />
      <Group justify="flex-end">
        {!over && (
          <>
            <Button
              variant="default"
              loading={cancel.isPending}
              onClick={() => cancel.mutate({ id: job.id })}
            >
              {t('publishing:cancelJob')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('publishing:dialog.background')}
            </Button>
          </>
        )}
        {(job.state === 'failed' || job.state === 'waiting') && (
          <Button loading={retry.isPending} onClick={() => retry.mutate({ id: job.id })}>
            {t('publishing:retryNow')}
          </Button>
        )}
        {job.state === 'succeeded' && <PublishedSite />}
        {over && <Button onClick={onClose}>{t('common:close')}</Button>}
      </Group>
    </Stack>
  )
}
