import { SegmentedControl, Stack, Tabs, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/model/ids.ts'
import { orpc } from '../../../api/client.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import classes from './Split.module.css'
import type { Beside, BesideMode } from './sides.ts'

interface Props {
  articleId: ArticleId
  onChoose: (beside: Beside) => void
  onClose: () => void
}

/** What to put beside the article: another one, or a revision of this one. */
export function BesideDialog(props: Props) {
  const { t } = useTranslation('writing')
  return (
    <Dialog onClose={props.onClose} title={t('split.title')} size={560}>
      <Tabs defaultValue="articles" keepMounted={false}>
        <Tabs.List aria-label={t('split.title')} mb="sm">
          <Tabs.Tab value="articles">{t('split.articles')}</Tabs.Tab>
          <Tabs.Tab value="revisions">{t('split.revisions')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="articles">
          <Articles {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="revisions">
          <Revisions {...props} />
        </Tabs.Panel>
      </Tabs>
    </Dialog>
  )
}

function Articles({ articleId, onChoose }: Props) {
  const { t } = useTranslation(['writing', 'common', 'revisions'])
  const format = useFormat()
  const [text, setText] = useState('')
  const [mode, setMode] = useState<BesideMode>('edit')
  const wanted = text.trim()
  const found = useQuery(
    orpc.search.query.queryOptions({
      input: { text: wanted, limit: 30 },
      enabled: wanted !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const recent = useQuery(orpc.articles.list.queryOptions({ input: { limit: 30 }, enabled: wanted === '' }))
  const listed = wanted ? found.data?.hits.map(({ article }) => article) : recent.data?.items
  const articles = listed?.filter(({ id }) => id !== articleId)
  const choose = (id: ArticleId) => onChoose({ kind: 'article', id, mode })
  return (
    <Stack gap="xs">
      <SearchField
        data-autofocus
        aria-label={t('writing:split.search')}
        placeholder={t('writing:split.search')}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          const first = articles?.[0]
          if (event.key !== 'Enter' || !first) return
          event.preventDefault()
          choose(first.id)
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('writing:split.mode')}
        value={mode}
        onChange={(value) => setMode(value as BesideMode)}
        data={(['edit', 'read', 'preview'] as const).map((value) => ({
          value,
          label: t(`writing:split.${value}`),
        }))}
      />
      <div className={classes.list}>
        {articles?.length === 0 && (
          <Text c="dimmed" ta="center" p="lg">
            {t('writing:split.none')}
          </Text>
        )}
        {articles?.map(({ id, title, updatedAt }) => (
          <button key={id} type="button" className={classes.choice} onClick={() => choose(id)}>
            <span>{title || t('common:untitled')}</span>
            <span className={classes.choiceNote}>{format.ago(updatedAt)}</span>
          </button>
        ))}
      </div>
    </Stack>
  )
}

function Revisions({ articleId, onChoose }: Props) {
  const { t } = useTranslation(['writing', 'editor', 'common', 'revisions'])
  const format = useFormat()
  const { data } = useQuery(orpc.revisions.list.queryOptions({ input: { articleId } }))
  return (
    <div className={classes.list}>
      {data?.length === 0 && (
        <Text c="dimmed" ta="center" p="lg">
          {t('revisions:empty')}
        </Text>
      )}
      {data?.map(({ id, createdAt, reason, characters }) => (
        <button
          key={id}
          type="button"
          className={classes.choice}
          onClick={() => onChoose({ kind: 'revision', id })}
        >
          <span>{format.dateTime(createdAt)}</span>
          <span className={classes.choiceNote}>
            {t(`revisions:reason.${reason}`)} · {t('common:characters', { count: characters })}
          </span>
        </button>
      ))}
    </div>
  )
}
