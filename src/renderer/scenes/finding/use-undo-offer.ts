import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { ReplaceProgress } from '#shared/contract/replacing.ts'
import { client } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { showWithAction } from '../../ui/show-with-action.tsx'

/** The way back from a replacement once its dialog has gone. */
export function useUndoOffer() {
  const { t } = useTranslation('finding')
  return ({ batchId, changed }: ReplaceProgress): void => {
    if (changed === 0) return
    const undo = async () => {
      const { restored, conflicts } = await client.replacing.undo({ batchId })
      const unrestored = conflicts.length > 0 ? ` ${t('unrestored', { count: conflicts.length })}` : ''
      notifications.show({ message: t('undone', { count: restored }) + unrestored })
    }
    showWithAction({
      id: `replaced-${batchId}`,
      autoClose: false,
      message: t('done', { count: changed }),
      action: t('undo'),
      onAction: () => void undo().catch(reportError),
    })
  }
}
