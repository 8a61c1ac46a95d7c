import { Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Job } from '#shared/contract/jobs.ts'
import { textOf, textOr } from '../../i18n/text-or.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** How far a job is, or why it is not done. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const active = job.state === 'running' || job.state === 'queued'
  const label = textOr('publishing:kind', job.kind, { subject: job.subject })
  return (
    <Stack gap={4}>
      {active && (
        <>
          <Progress
            aria-label={label}
            value={job.total > 0 ? (100 * job.done) / job.total : 0}
            animated={job.total === 0}
            size="sm"
          />
          <Group justify="space-between" fz={12} c="dimmed">
            <span>{textOf(`publishing:step.${job.step}`)}</span>
            <span>{job.total > 0 ? `${format.number(job.done)} / ${format.number(job.total)}` : ''}</span>
          </Group>
        </>
      )}
      {job.error && (job.state === 'failed' || job.state === 'waiting') && (
        <Text size="xs" c="var(--mantine-color-error)">
          {textOr('publishing:jobError', job.error.reason)}
        </Text>
      )}
      {job.state === 'waiting' && job.nextAttemptAt && (
        <Text size="xs" c="dimmed">
          {t('attempts', { count: job.attempts })} ·{' '}
          {t('nextAttempt', { at: format.time(job.nextAttemptAt) })}
        </Text>
      )}
    </Stack>
  )
}
