import { VisuallyHidden } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { FirstRun } from '../first-run/FirstRun.tsx'
import { ArticleList } from './ArticleList.tsx'
import { BulkBar } from './BulkBar.tsx'
import classes from './Library.module.css'
import { LibrarySidebar } from './LibrarySidebar.tsx'
import { LibraryToolbar } from './LibraryToolbar.tsx'
import { useLibraryView } from './library-view.ts'
import { NoArticles } from './NoArticles.tsx'
import { useFoundRows, useListedRows } from './use-article-rows.ts'
import { useSelection } from './use-selection.ts'

export function LibraryScene() {
  const { t } = useTranslation('library')
  useDocumentTitle(`${t('title')} · Galley`)
  const view = useDeferredValue(useLibraryView())
  const searching = view.text.trim() !== ''
  const listed = useListedRows(view, !searching)
  const found = useFoundRows(view, searching)
  const rows = searching ? found : listed
  const selection = useSelection(view)
  const counts = useQuery(orpc.articles.counts.queryOptions())
  const key = useMemo(() => JSON.stringify(view), [view])

  if (counts.data && counts.data.all === 0 && counts.data.trash === 0) return <FirstRun />
  return (
    <div className={classes.scene}>
      <LibrarySidebar counts={counts.data} />
      <section className={classes.main} aria-label={t('title')}>
        <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
        {selection.ids.size > 0 ? (
          <BulkBar selection={selection} rows={rows} trash={view.filter.state === 'trash'} />
        ) : (
          <LibraryToolbar rows={rows} />
        )}
        {rows.error ? (
          <div className={classes.notice}>
            <ErrorAlert error={rows.error} onRetry={rows.retry} />
          </div>
        ) : rows.count === 0 && !rows.pending ? (
          <NoArticles />
        ) : (
          <ArticleList key={key} rows={rows} selection={selection} searching={searching} />
        )}
      </section>
    </div>
  )
}
