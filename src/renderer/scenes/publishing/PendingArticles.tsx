import { Anchor, Button, Text, UnstyledButton } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ArticleFilter, ArticleSummary } from '#shared/contract/articles.ts'
import { orpc } from '../../api/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { Panel, PanelNote } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { updateLibraryView } from '../library/library-view.ts'
import classes from './Publishing.module.css'

const shown = 20
const states = ['approved', 'changed'] as const

/** What 'publish all changes' would take. */
export function PendingArticles() {
  const { t } = useTranslation(['publishing', 'library'])
  const desk = useDesk()
  const [, navigate] = useLocation()
  const lists = useQueries({
    queries: states.map((state) =>
      orpc.articles.list.queryOptions({ input: { filter: { state }, limit: shown } }),
    ),
  })
  const articles = lists.flatMap(({ data }) => data?.items ?? []).slice(0, shown)
  const total = lists.reduce((sum, { data }) => sum + (data?.total ?? 0), 0)
  const showAll = (state: ArticleFilter['state']) => {
    updateLibraryView({ filter: state ? { state } : {}, text: '' })
    navigate('/library')
  }
  return (
    <Panel title={t('publishing:changed')} hint={t('publishing:changedHint')}>
      {total === 0 && <PanelNote>{t('publishing:nothingChanged')}</PanelNote>}
      {articles.map((article) => (
        <PendingArticle key={article.id} article={article}>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => desk.publish({ kind: 'articles', ids: [article.id] })}
          >
            {t('library:publish')}
          </Button>
        </PendingArticle>
      ))}
      {total > articles.length && (
        <div className={classes.line}>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => showAll(lists[1]?.data?.total ? 'changed' : 'approved')}
          >
            {t('publishing:showAllInLibrary', { count: total })}
          </Anchor>
        </div>
      )}
    </Panel>
  )
}

function PendingArticle({ article, children }: { article: ArticleSummary; children: React.ReactNode }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const format = useFormat()
  return (
    <div className={classes.line}>
      <div className={classes.lineText}>
        <UnstyledButton
          className={classes.link}
          title={article.title}
          onClick={() => desk.openArticle(article.id)}
        >
          {article.title || t('untitled')}
        </UnstyledButton>
        <Text size="xs" c="dimmed" component="div">
          <StateMark state={article.state} changed={article.changedSincePublication} /> ·{' '}
          {format.ago(article.updatedAt)}
        </Text>
      </div>
      {children}
    </div>
  )
}
