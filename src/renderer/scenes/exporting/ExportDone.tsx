import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExportedFile } from '#shared/contract/exporting.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { download } from './use-export.ts'

/** What came of an export, and where it is. */
export function ExportDone({ file, onClose }: { file: ExportedFile; onClose: () => void }) {
  const { t } = useTranslation(['exporting', 'common'])
  const format = useFormat()
  const { name, bytes, saved, download: address } = file
  return (
    <Stack>
      <Text role="status">
        {saved ? t('exporting:saved', { path: saved }) : t('exporting:downloaded', { name })}{' '}
        <Text span c="dimmed">
          {format.bytes(bytes)}
        </Text>
      </Text>
      <Group justify="flex-end">
        {address && (
          <Button variant="default" onClick={() => download(address, name)}>
            {t('exporting:downloadAgain')}
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          {t('common:close')}
        </Button>
      </Group>
    </Stack>
  )
}
