import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDatabaseExport } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'

const nameOf = (file: string) => file.split(/[\\/]/).at(-1) ?? file

export function Backups() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const backups = useQuery({ ...orpc.library.backups.queryOptions(), staleTime: 0 })
  const backup = useMutation(
    orpc.library.backup.mutationOptions({
      onSuccess: ({ bytes }) => {
        void backups.refetch()
        notifications.show({ message: t('backedUp', { size: format.bytes(bytes) }) })
      },
      onError: reportError,
    }),
  )
  return (
    <Stack gap="xs" mt="md">
      <Group justify="space-between">
        <Text fw={600}>{t('backups')}</Text>
        <Button
          loading={backup.isPending}
          leftSection={<IconDatabaseExport size={15} aria-hidden />}
          onClick={() => backup.mutate({})}
        >
          {t('backupNow')}
        </Button>
      </Group>
      {backups.error && <ErrorAlert error={backups.error} onRetry={() => void backups.refetch()} />}
      {backups.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noBackups')}
        </Text>
      )}
      {backups.data && backups.data.length > 0 && (
        <Table aria-label={t('backups')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('backupFile')}</Table.Th>
              <Table.Th w={150}>{t('backupAt')}</Table.Th>
              <Table.Th w={90} ta="right">
                {t('backupSize')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {backups.data.map(({ file, bytes, createdAt }) => (
              <Table.Tr key={file}>
                <Table.Td title={file}>{nameOf(file)}</Table.Td>
                <Table.Td>{format.dateTime(createdAt)}</Table.Td>
                <Table.Td ta="right">{format.bytes(bytes)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}
