import { Button } from '@mantine/core'
import { IconArrowsMinimize } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useWritingModes } from '../../ui/use-writing-modes.ts'
import classes from './ArticleEditor.module.css'
import type { Draft } from './draft/draft.ts'
import { SaveIndicator } from './SaveIndicator.tsx'

/** What the header would say and do, while it is away. */
export function FullScreenStatus({ draft, onConflict }: { draft: Draft; onConflict: () => void }) {
  const { t } = useTranslation('writing')
  const { toggleFullScreen } = useWritingModes()
  return (
    <>
      <span className={classes.grow} />
      <SaveIndicator draft={draft} onConflict={onConflict} />
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        leftSection={<IconArrowsMinimize size={14} aria-hidden />}
        onClick={toggleFullScreen}
      >
        {t('leaveFullScreen')}
      </Button>
    </>
  )
}
