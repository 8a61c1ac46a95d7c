import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/model/ids.ts'
import { client } from '../../api/client.ts'
import { writeClipboard } from './write-clipboard.ts'

/** Copies the body of an article as HTML, for editors of other programs. */
export function useCopyHtml() {
  const { t } = useTranslation('exporting')
  return async (articleId: ArticleId) => {
    const copied = writeClipboard(await client.exporting.html({ articleId }))
    notifications.show(
      copied
        ? { message: t('copied') }
        : { color: 'red', title: t('notCopied'), message: t('notCopiedHint') },
    )
  }
}
