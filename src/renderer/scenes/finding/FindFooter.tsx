import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Finding.module.css'
import { chosenCount, type FoundState } from './use-library-find.ts'

interface Props {
  state: FoundState
  /** What was asked for is another than what is listed. */
  outdated: boolean
  onStop: () => void
  onReplace: () => void
  onUndo: () => void
}

/** What was found or done, and what can be done now. */
export function FindFooter({ state, outdated, onStop, onReplace, onUndo }: Props) {
  const { t } = useTranslation('finding')
  const { step, hits, progress, replaced } = state
  const count = chosenCount(state)
  const matches = hits.reduce((sum, hit) => sum + hit.matches.length, 0)
  const live = hits.some((hit) => hit.state === 'published')
  return (
    <div className={classes.footer}>
      <span role="status">
        {step === 'searching' && progress && t('searching', progress)}
        {step === 'found' && matches > 0 && !outdated && t('found', { matches, articles: hits.length })}
        {step === 'found' && matches > 0 && outdated && t('outdated')}
        {step === 'found' && progress?.truncated && ` ${t('truncated')}`}
        {step === 'replacing' && replaced && t('applying', replaced)}
        {step === 'replaced' && replaced && t('done', { count: replaced.changed })}
        {step === 'replaced' &&
          replaced &&
          replaced.conflicts.length > 0 &&
          ` ${t('conflicts', { count: replaced.conflicts.length })}`}
        {step === 'replaced' &&
          replaced &&
          replaced.refused.length > 0 &&
          ` ${t('refused', { count: replaced.refused.length })}`}
        {step === 'replaced' && live && ` ${t('published')}`}
        {step === 'undone' && t('undone', { count: state.restored })}
        {step === 'undone' && state.unrestored > 0 && ` ${t('unrestored', { count: state.unrestored })}`}
      </span>
      {(step === 'searching' || step === 'replacing') && (
        <Button size="xs" variant="default" onClick={onStop}>
          {t('stop')}
        </Button>
      )}
      {step === 'found' && matches > 0 && (
        <Button size="xs" disabled={count === 0 || outdated} onClick={onReplace}>
          {t('apply', { count })}
        </Button>
      )}
      {step === 'replaced' && replaced && replaced.changed > 0 && (
        <Button size="xs" variant="default" onClick={onUndo}>
          {t('undo')}
        </Button>
      )}
    </div>
  )
}
