import { useTranslation } from 'react-i18next'
import type { ArticleState } from '#shared/model/article-state.ts'
import classes from './StateMark.module.css'

/** The state of an article as a coloured dot and its name. */
export function StateMark({ state, changed = false }: { state: ArticleState; changed?: boolean }) {
  const { t } = useTranslation()
  return (
    <span className={classes.mark} data-state={state}>
      <span className={classes.dot} aria-hidden />
      {t(`state.${state}`)}
      {changed && (
        <span className={classes.changed} title={t('changedSincePublication')}>
          {t('state.changed')}
        </span>
      )}
    </span>
  )
}
