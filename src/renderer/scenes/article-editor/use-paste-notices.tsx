import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasteOptions } from '../../editor/paste/paste.ts'
import { shortcutKeys } from '../../ui/shortcut.ts'

/** What is said about a paste: that Markdown was read, with the way back; why nothing came. */
export function usePasteNotices(): PasteOptions {
  const { t } = useTranslation('paste')
  return useMemo(
    () => ({
      markdownPasted(asText) {
        const id = 'markdown-pasted'
        notifications.hide(id)
        notifications.show({
          id,
          autoClose: 10_000,
          message: (
            <Group justify="space-between">
              <Text size="sm">{t('markdownPasted')}</Text>
              <Button
                variant="light"
                size="compact-xs"
                onClick={() => {
                  notifications.hide(id)
                  asText()
                }}
              >
                {t('asText')}
              </Button>
            </Group>
          ),
        })
      },
      clipboardClosed: () =>
        notifications.show({
          color: 'yellow',
          title: t('clipboardClosed'),
          message: t('clipboardClosedHint', { keys: shortcutKeys('mod+shift+V').join(' ') }),
        }),
      tooLarge: () =>
        notifications.show({
          color: 'yellow',
          title: t('tooLarge'),
          message: t('tooLargeHint'),
          autoClose: false,
        }),
    }),
    [t],
  )
}
