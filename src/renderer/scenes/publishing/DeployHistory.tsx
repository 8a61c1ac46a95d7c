import { Alert, Badge, Button, Group, List, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconArrowBackUp, IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Deploy, Target } from '#shared/contract/publishing.ts'
import { client, orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Panel, PanelNote } from '../../ui/Panel.tsx'
import classes from './Publishing.module.css'

/** What was published to a target, with the way back. */
export function DeployHistory({ target }: { target: Target }) {
  const { t } = useTranslation('publishing')
  const deploys = useQuery(orpc.publishing.deploys.queryOptions({ input: { targetId: target.id } }))
  const verify = useMutation(orpc.publishing.verify.mutationOptions())
  return (
    <Panel
      title={t('deploys')}
      actions={
        target.currentDeploy !== null && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={verify.isPending}
            leftSection={<IconShieldCheck size={14} aria-hidden />}
            onClick={() => verify.mutate({ targetId: target.id })}
          >
            {t('verify')}
          </Button>
        )
      }
    >
      {verify.error && <ErrorAlert error={verify.error} />}
      {verify.data && <VerifyResult {...verify.data} onClose={verify.reset} />}
      {deploys.error && <ErrorAlert error={deploys.error} onRetry={() => void deploys.refetch()} />}
      {deploys.data?.length === 0 && <PanelNote>{t('noDeploys')}</PanelNote>}
      {deploys.data?.map((deploy) => (
        <DeployLine key={deploy.id} deploy={deploy} />
      ))}
    </Panel>
  )
}

interface VerifyResultProps {
  ok: boolean
  missing: string[]
  changed: string[]
  extra: string[]
  onClose: () => void
}

function VerifyResult({ ok, missing, changed, extra, onClose }: VerifyResultProps) {
  const { t } = useTranslation(['publishing', 'common'])
  const groups = [
    { label: t('publishing:verifyMissing', { count: missing.length }), paths: missing },
    { label: t('publishing:verifyChanged', { count: changed.length }), paths: changed },
    { label: t('publishing:verifyExtra', { count: extra.length }), paths: extra },
  ]
  return (
    <Alert
      m="xs"
      color={ok ? 'green' : 'red'}
      title={t(ok ? 'publishing:verifyOk' : 'publishing:verifyBad')}
      withCloseButton
      closeButtonLabel={t('common:close')}
      onClose={onClose}
      role="status"
    >
      {!ok && (
        <>
          {groups
            .filter(({ paths }) => paths.length > 0)
            .map(({ label, paths }) => (
              <div key={label}>
                <Text size="sm">{label}</Text>
                <List size="xs">
                  {paths.slice(0, 5).map((path) => (
                    <List.Item key={path} className={classes.path}>
                      {path}
                    </List.Item>
                  ))}
                </List>
              </div>
            ))}
          <Text size="sm">{t('publishing:verifyNext')}</Text>
        </>
      )}
    </Alert>
  )
}

function DeployLine({ deploy }: { deploy: Deploy }) {
  const { t } = useTranslation(['publishing', 'common'])
  const format = useFormat()
  const at = format.dateTime(deploy.createdAt)
  const rollBack = () =>
    modals.openConfirmModal({
      title: t('publishing:rollBackTitle', { at }),
      children: <Text size="sm">{t('publishing:rollBackText')}</Text>,
      labels: { confirm: t('publishing:rollBack'), cancel: t('common:cancel') },
      onConfirm: () => void client.publishing.rollBack({ deployId: deploy.id }).catch(reportError),
    })
  const [first] = deploy.articles
  return (
    <div className={classes.line}>
      <div className={classes.lineText}>
        <Group gap={8}>
          <Text size="sm">{at}</Text>
          {deploy.isCurrent && (
            <Badge size="sm" variant="outline" color="green" tt="none">
              {t('publishing:current')}
            </Badge>
          )}
          {deploy.state !== 'succeeded' && (
            <Badge size="sm" variant={deploy.state === 'failed' ? 'light' : 'default'} color="red" tt="none">
              {t(`publishing:deployState.${deploy.state}`)}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed" truncate title={deploy.articles.map(({ title }) => title).join('\n')}>
          {first
            ? t('common:labelled', {
                label: t('publishing:deployArticles', { count: deploy.articles.length }),
                text: first.title || t('common:untitled'),
              })
            : t('publishing:deploySite')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('publishing:deployFiles', {
            added: format.number(deploy.added),
            changed: format.number(deploy.changed),
            removed: format.number(deploy.removed),
          })}
        </Text>
      </div>
      {deploy.canRollBack && !deploy.isCurrent && (
        <IconButton label={t('publishing:rollBack')} icon={IconArrowBackUp} onClick={rollBack} />
      )}
    </div>
  )
}
