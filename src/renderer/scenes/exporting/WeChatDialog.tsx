import { Alert, Button, Center, Group, Loader, SegmentedControl, Stack, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { WeChatStyle } from '#shared/contract/exporting.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import classes from './WeChatDialog.module.css'
import { writeClipboard } from './write-clipboard.ts'

/** Choose a look, see it on a phone's width, copy. */
export function WeChatDialog({ articleId, onClose }: { articleId: ArticleId; onClose: () => void }) {
  const { t } = useTranslation(['exporting', 'common'])
  const [style, setStyle] = useLocalStorage<WeChatStyle>({
    key: 'galley.weChatStyle',
    defaultValue: 'plain',
    getInitialValueInEffect: false,
  })
  const { data, error, refetch } = useQuery(
    orpc.exporting.weChat.queryOptions({
      input: { articleId, style },
      placeholderData: keepPreviousData,
      gcTime: 0,
      staleTime: 0,
    }),
  )
  const copy = () => {
    if (!data) return
    if (writeClipboard(data)) {
      notifications.show({ message: t('exporting:weChat.copied') })
      onClose()
    } else
      notifications.show({
        color: 'red',
        title: t('exporting:notCopied'),
        message: t('exporting:notCopiedHint'),
      })
  }
  return (
    <Dialog onClose={onClose} title={t('exporting:weChat.title')} size={560}>
      <Stack>
        <SegmentedControl
          aria-label={t('exporting:weChat.style')}
          value={style}
          onChange={(value) => setStyle(WeChatStyle.catch('plain').parse(value))}
          data={WeChatStyle.options.map((value) => ({ value, label: t(`exporting:weChat.styles.${value}`) }))}
        />
        {error ? (
          <ErrorAlert error={error} onRetry={() => void refetch()} />
        ) : data ? (
          // Without any right: what is shown is what the clipboard gets.
          <iframe
            className={classes.page}
            title={t('exporting:weChat.preview')}
            sandbox=""
            srcDoc={page(data.html)}
          />
        ) : (
          <Center h={420}>
            <Loader size="sm" aria-label={t('exporting:weChat.preparing')} />
          </Center>
        )}
        {data?.warnings.map(({ reason, count }) => (
          <Alert key={reason} color="yellow" p="xs">
            {t(`exporting:weChat.warning.${reason}`, { count })}
          </Alert>
        ))}
        <Text size="sm" c="dimmed">
          {t('exporting:weChat.hint')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button onClick={copy} disabled={!data} data-autofocus>
            {t('exporting:weChat.copyNow')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

const page = (html: string) =>
  `<!doctype html><html lang="zh-CN"><body style="margin:16px;background:#fff">${html}</body></html>`
