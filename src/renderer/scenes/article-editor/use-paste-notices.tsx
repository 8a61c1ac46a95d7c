import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasteOptions } from '../../editor/paste/paste.ts'
import { shortcutKeys } from '../../ui/shortcut.ts'
import { showWithAction } from '../../ui/show-with-action.tsx'

/** What is said about a paste: that Markdown was read, with the way back; why nothing came. */
export function usePasteNotices(): PasteOptions {
  const { t } = useTranslation('paste')
  return useMemo(
    () => ({
      markdownPasted: (asText) =>
        showWithAction({
          id: 'markdown-pasted',
          autoClose: 10_000,
          message: t('markdownPasted'),
          action: t('asText'),
          onAction: asText,
        }),
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
