import { Drawer, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { JobLogLine } from '#shared/contract/jobs.ts'
import type { JobId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { textOf, textOr } from '../../i18n/text-or.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { JobProgress } from './JobProgress.tsx'
import classes from './Publishing.module.css'

export function JobLog({ id, onClose }: { id: JobId | undefined; onClose: () => void }) {
  const { t } = useTranslation(['publishing', 'common'])
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('publishing:log')}
    >
      {id !== undefined && <Log id={id} />}
    </Drawer>
  )
}

function Log({ id }: { id: JobId }) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const { data: job, error } = useQuery(orpc.jobs.get.queryOptions({ input: { id } }))
  const wordsOf = ({ message, values }: JobLogLine) => {
    const { at, reason, ...others } = values ?? {}
    const words = textOf(`publishing:logLine.${message}`, {
      ...others,
      ...(typeof at === 'number' && { at: format.dateTime(at) }),
      ...(typeof reason === 'string' && { reason: textOr('publishing:jobError', reason) }),
    })
    return words ?? message
  }
  if (error) return <ErrorAlert error={error} />
  if (!job) return null
  const lines = job.log.map((line, number) => ({ ...line, number, words: wordsOf(line) }))
  return (
    <>
      <JobProgress job={job} />
      {job.error?.detail && (
        <Text size="xs" ff="monospace" c="dimmed" my="xs">
          {job.error.detail}
        </Text>
      )}
      {job.log.length === 0 && <Text c="dimmed">{t('logEmpty')}</Text>}
      <pre className={classes.log}>
        {lines.map(({ number, at, level, words }) => (
          <div key={number} data-level={level}>
            {format.clock(at)} {words}
          </div>
        ))}
      </pre>
    </>
  )
}
