import { Alert, Button, Center, Checkbox, Group, List, Loader, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '#shared/contract/jobs.ts'
import type { PublishRequest } from '#shared/contract/publishing.ts'
import type { TargetId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reasonOf } from '../../errors/present-error.ts'
import { textOr } from '../../i18n/text-or.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { PlanArticles } from './PlanArticles.tsx'
import { PlanFiles } from './PlanFiles.tsx'

interface PublishPlanViewProps {
  targetId: TargetId
  request: PublishRequest
  onJob: (job: Job) => void
  onClose: () => void
}

export function PublishPlanView({ targetId, request, onJob, onClose }: PublishPlanViewProps) {
  const { t } = useTranslation(['publishing', 'common'])
  const format = useFormat()
  const [allowMassRemoval, setAllowMassRemoval] = useState(false)
  // Every look is a fresh one: the plan pins the versions it has seen.
  const plan = useQuery(
    orpc.publishing.plan.queryOptions({ input: { targetId, request }, gcTime: 0, staleTime: 0 }),
  )
  const publish = useMutation(orpc.publishing.publish.mutationOptions({ onSuccess: onJob }))
  const cancel = (
    <Button variant="default" onClick={onClose}>
      {t('common:cancel')}
    </Button>
  )

  if (plan.isFetching) {
    return (
      <Center mih={180}>
        <Stack align="center">
          <Loader size="sm" />
          <Text role="status">{t('publishing:dialog.planning')}</Text>
          {cancel}
        </Stack>
      </Center>
    )
  }
  if (plan.error) {
    return (
      <Stack>
        <ErrorAlert error={plan.error} onRetry={() => void plan.refetch()} />
        <Group justify="flex-end">{cancel}</Group>
      </Stack>
    )
  }
  if (!plan.data) return null
  const { articles, added, changed, removed, unchanged, bytes, files, warnings, confirmation } = plan.data
  const count = added + changed + removed
  const massRemoval =
    warnings.some(({ reason }) => reason === 'mass-removal') || reasonOf(publish.error) === 'mass-removal'
  const general = warnings.filter(({ articleId }) => articleId === null)

  if (count === 0 && articles.length === 0) {
    return (
      <Stack>
        <Group gap="xs">
          <IconCircleCheck size={18} color="var(--mantine-color-green-7)" aria-hidden />
          <Text role="status">{t('publishing:dialog.nothing')}</Text>
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common:close')}
          </Button>
        </Group>
      </Stack>
    )
  }
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t('publishing:dialog.summary', {
          added: format.number(added),
          changed: format.number(changed),
          removed: format.number(removed),
          unchanged: format.number(unchanged),
          size: format.bytes(bytes),
        })}
      </Text>
      {articles.length > 0 && <PlanArticles articles={articles} warnings={warnings} />}
      {general.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
          <List size="sm">
            {general.map(({ reason, detail }) => (
              <List.Item key={`${reason}-${detail}`}>
                {textOr('publishing:warning', reason)} {detail}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <PlanFiles files={files} total={count} />
      {massRemoval && (
        <Checkbox
          label={t('publishing:dialog.allowMassRemoval')}
          checked={allowMassRemoval}
          onChange={(event) => setAllowMassRemoval(event.currentTarget.checked)}
        />
      )}
      {publish.error && (
        <ErrorAlert
          error={publish.error}
          {...(reasonOf(publish.error) === 'plan-changed' && {
            onRetry: () => {
              publish.reset()
              void plan.refetch()
            },
          })}
        />
      )}
      <Group justify="flex-end">
        {cancel}
        <Button
          data-autofocus
          loading={publish.isPending}
          disabled={massRemoval && !allowMassRemoval}
          onClick={() => publish.mutate({ targetId, request, confirmation, allowMassRemoval })}
        >
          {t(
            request.kind === 'withdraw'
              ? 'publishing:dialog.confirmWithdraw'
              : 'publishing:dialog.confirmPublish',
          )}
        </Button>
      </Group>
    </Stack>
  )
}
