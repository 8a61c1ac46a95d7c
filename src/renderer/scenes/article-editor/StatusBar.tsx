import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './ArticleEditor.module.css'
import type { Draft } from './draft/draft.ts'
import { PictureWeight } from './PictureWeight.tsx'
import { useTextCounts } from './use-text-counts.ts'

/** How many words of a newsroom text people read in a minute. */
const readingSpeed = 400

export const StatusBar = memo(function StatusBar({
  draft,
  children,
}: {
  draft: Draft
  children?: ReactNode
}) {
  const { t } = useTranslation('editor')
  const counts = useTextCounts(draft)
  return (
    <footer className={classes.status} role="group" aria-label={t('status.label')}>
      {counts && (
        <>
          <span>{t('status.characters', { count: counts.characters })}</span>
          <span>{t('status.words', { count: counts.words })}</span>
          {counts.words > 0 && (
            <span>{t('status.reading', { count: Math.ceil(counts.words / readingSpeed) })}</span>
          )}
          <PictureWeight draft={draft} pictures={counts.pictures} />
        </>
      )}
      {children}
    </footer>
  )
})
