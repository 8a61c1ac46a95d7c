import { Center, Group, Loader, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '#shared/contract/jobs.ts'
import type { PublishRequest } from '#shared/contract/publishing.ts'
import type { TargetId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { PublishOutcome } from './PublishOutcome.tsx'
import { PublishPlanView } from './PublishPlanView.tsx'
import { TargetForm } from './TargetForm.tsx'

/** Shows what would go out, publishes it once confirmed, and follows the job. */
export function PublishDialog({ request, onClose }: { request: PublishRequest; onClose: () => void }) {
  const { t } = useTranslation(['publishing', 'common'])
  const targets = useQuery(orpc.targets.list.queryOptions())
  const [chosen, setChosen] = useState<TargetId>()
  const [job, setJob] = useState<Job>()
  const target = targets.data?.find(({ id }) => id === chosen) ?? targets.data?.[0]
  const withdrawing = request.kind === 'withdraw'
  return (
    <Dialog
      onClose={onClose}
      size={720}
      title={t(withdrawing ? 'publishing:dialog.withdrawTitle' : 'publishing:dialog.publishTitle')}
    >
      {job ? (
        <PublishOutcome job={job} onClose={onClose} />
      ) : targets.isPending ? (
        <Center mih={160}>
          <Loader size="sm" aria-label={t('common:loading')} />
        </Center>
      ) : targets.error ? (
        <ErrorAlert error={targets.error} onRetry={() => void targets.refetch()} />
      ) : target === undefined ? (
        <Stack>
          <Text>{t('publishing:noTargetHint')}</Text>
          <TargetForm onSaved={({ id }) => setChosen(id)} onCancel={onClose} />
        </Stack>
      ) : (
        <Stack>
          {(targets.data?.length ?? 0) > 1 && (
            <Group gap="sm">
              <Text size="sm">{t('publishing:dialog.target')}</Text>
              <Select
                aria-label={t('publishing:dialog.target')}
                allowDeselect={false}
                data={targets.data?.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
                value={String(target.id)}
                onChange={(value) => setChosen(targets.data?.find(({ id }) => String(id) === value)?.id)}
              />
            </Group>
          )}
          <PublishPlanView
            key={target.id}
            targetId={target.id}
            request={request}
            onJob={setJob}
            onClose={onClose}
          />
        </Stack>
      )}
    </Dialog>
  )
}
