import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconFolderSearch, IconStethoscope } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Backups } from './Backups.tsx'
import classes from './Settings.module.css'

export function LibrarySettings() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const info = useQuery({ ...orpc.library.info.queryOptions(), staleTime: 0 })
  const check = useMutation(orpc.library.check.mutationOptions())
  if (info.error) return <ErrorAlert error={info.error} onRetry={() => void info.refetch()} />
  if (!info.data) return null
  const { folder, articleCount, databaseBytes, schemaVersion, syncedFolder, recoveredFromCrash } = info.data
  return (
    <Stack>
      {syncedFolder && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {t('synced', { name: syncedFolder })}
        </Alert>
      )}
      {recoveredFromCrash && <Alert color="blue">{t('recovered')}</Alert>}
      <dl className={classes.facts}>
        <dt>{t('folder')}</dt>
        <dd>{folder}</dd>
        <dt>{t('articleCount')}</dt>
        <dd>{format.number(articleCount)}</dd>
        <dt>{t('databaseSize')}</dt>
        <dd>{format.bytes(databaseBytes)}</dd>
        <dt>{t('schema')}</dt>
        <dd>{schemaVersion}</dd>
      </dl>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconFolderSearch size={15} aria-hidden />}
          onClick={() => void client.app.revealFile({ path: folder }).catch(reportError)}
        >
          {t('reveal')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconStethoscope size={15} aria-hidden />}
          loading={check.isPending}
          onClick={() => check.mutate(undefined)}
        >
          {t('check')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('checkHint')}
        </Text>
      </Group>
      {check.error && <ErrorAlert error={check.error} />}
      {check.data && (
        <Alert
          color={check.data.ok ? 'green' : 'red'}
          role="status"
          title={check.data.ok ? t('checkOk') : t('checkBad', { count: check.data.problems.length })}
        >
          {check.data.mended > 0 && <Text size="sm">{t('checkMended', { count: check.data.mended })}</Text>}
          {!check.data.ok && (
            <>
              <List size="xs">
                {check.data.problems.slice(0, 20).map((problem) => (
                  <List.Item key={problem}>{problem}</List.Item>
                ))}
              </List>
              <Text size="sm">{t('checkNext')}</Text>
            </>
          )}
        </Alert>
      )}
      <Backups />
    </Stack>
  )
}
