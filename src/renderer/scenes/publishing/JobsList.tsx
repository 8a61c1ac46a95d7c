import { Text } from '@mantine/core'
import { IconFileText, IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '#shared/contract/jobs.ts'
import type { JobId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { textOr } from '../../i18n/text-or.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Panel, PanelNote } from '../../ui/Panel.tsx'
import { JobLog } from './JobLog.tsx'
import { JobProgress } from './JobProgress.tsx'
import classes from './Publishing.module.css'

const shown = 15

export function JobsList() {
  const { t } = useTranslation('publishing')
  const jobs = useQuery(orpc.jobs.list.queryOptions({ input: { limit: 100 } }))
  const [log, setLog] = useState<JobId>()
  return (
    <Panel title={t('jobs')}>
      {jobs.data?.length === 0 && <PanelNote>{t('noJobs')}</PanelNote>}
      {jobs.data?.slice(0, shown).map((job) => (
        <JobLine key={job.id} job={job} onLog={() => setLog(job.id)} />
      ))}
      <JobLog id={log} onClose={() => setLog(undefined)} />
    </Panel>
  )
}

function JobLine({ job, onLog }: { job: Job; onLog: () => void }) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions({ onError: reportError }))
  const retry = useMutation(orpc.jobs.retry.mutationOptions({ onError: reportError }))
  const active = job.state === 'queued' || job.state === 'running' || job.state === 'waiting'
  const again = job.state === 'failed' || job.state === 'cancelled' || job.state === 'waiting'
  const color = job.state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'
  return (
    <div className={classes.line}>
      <div className={classes.lineText}>
        <Text size="sm" truncate>
          {textOr('publishing:kind', job.kind, { subject: job.subject })}
        </Text>
        <Text size="xs" c={color}>
          {t(`jobState.${job.state}`)} · {format.ago(job.finishedAt ?? job.createdAt)}
        </Text>
        <JobProgress job={job} />
      </div>
      {again && (
        <IconButton
          label={t(job.state === 'waiting' ? 'retryNow' : 'retryJob')}
          icon={IconRefresh}
          onClick={() => retry.mutate({ id: job.id })}
        />
      )}
      {active && (
        <IconButton
          label={t('cancelJob')}
          icon={IconPlayerStop}
          onClick={() => cancel.mutate({ id: job.id })}
        />
      )}
      <IconButton label={t('showLog')} icon={IconFileText} onClick={onLog} />
    </div>
  )
}
