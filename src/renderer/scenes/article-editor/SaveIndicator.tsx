import { UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconCloudOff,
  IconGitMerge,
  IconLoader2,
  IconPencil,
  IconTrashX,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { presentError } from '../../errors/present-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tooltip } from '../../ui/tooltip.ts'
import classes from './ArticleEditor.module.css'
import type { Draft } from './draft/draft.ts'
import type { SaveStatus } from './draft/draft-state.ts'
import { useDraftState } from './draft/use-draft.ts'

const icons: Record<SaveStatus, TablerIcon> = {
  saved: IconCheck,
  unsaved: IconPencil,
  saving: IconLoader2,
  offline: IconCloudOff,
  failed: IconAlertTriangle,
  conflict: IconGitMerge,
  gone: IconTrashX,
}

/** Whether what is on the screen is in the library. Saves at once when pressed, or opens the conflict. */
export function SaveIndicator({ draft, onConflict }: { draft: Draft; onConflict: () => void }) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const status = useDraftState(draft, (state) => state.status)
  const updatedAt = useDraftState(draft, (state) => state.stored.updatedAt)
  const failure = useDraftState(draft, (state) => state.failure)
  const hints: Record<SaveStatus, string> = {
    saved: t('save.savedAt', { time: format.time(updatedAt) }),
    unsaved: t('save.unsaved'),
    saving: t('save.saving'),
    offline: t('save.offlineHint'),
    failed: t('save.failedHint', { reason: presentError(failure).next }),
    conflict: t('save.conflictHint'),
    gone: t('goneHint'),
  }
  const Icon = icons[status]
  return (
    <UnstyledButton
      className={classes.save}
      data-status={status}
      onClick={status === 'conflict' ? onConflict : () => void draft.flush()}
      {...tooltip(hints[status])}
    >
      <Icon size={14} stroke={1.8} aria-hidden />
      <span>{t(`save.${status}`)}</span>
    </UnstyledButton>
  )
}
