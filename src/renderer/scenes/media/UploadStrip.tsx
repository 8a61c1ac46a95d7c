import { Button, Group, List, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Media.module.css'
import type { UploadState } from './use-media-uploads.ts'

interface Props {
  state: UploadState
  onStop: () => void
  onDismiss: () => void
}

/** What is being uploaded, and what came of it. */
export function UploadStrip({ state, onStop, onDismiss }: Props) {
  const { t } = useTranslation('media')
  const { running, done, total, stored, known, failed } = state
  if (total === 0) return null
  const outcome = [
    stored.length - known > 0 && t('uploaded', { count: stored.length - known }),
    known > 0 && t('known', { count: known }),
    failed.length > 0 && t('failed', { count: failed.length }),
  ].filter((line) => line !== false)
  return (
    <div className={classes.strip}>
      <Group gap="sm" wrap="nowrap" role="status">
        <Text size="sm">{running ? t('uploading', { done, count: total }) : outcome.join(' · ')}</Text>
        {running && <Progress value={(done / total) * 100} flex={1} size="sm" aria-label={t('upload')} />}
        <Button
          ml="auto"
          variant="subtle"
          color="gray"
          size="compact-xs"
          onClick={running ? onStop : onDismiss}
        >
          {running ? t('stopUpload') : t('dismiss')}
        </Button>
      </Group>
      {failed.length > 0 && (
        <List size="xs" mt={4}>
          {failed.map(({ id, ...failure }) => (
            <List.Item key={id}>{t('failure', failure)}</List.Item>
          ))}
        </List>
      )}
    </div>
  )
}
