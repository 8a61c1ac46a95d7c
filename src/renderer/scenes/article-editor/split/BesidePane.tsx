import { SegmentedControl } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId, RevisionId } from '#shared/model/ids.ts'
import { orpc } from '../../../api/client.ts'
import { ErrorAlert } from '../../../errors/ErrorAlert.tsx'
import { useFormat } from '../../../i18n/use-format.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { PreviewPane } from '../../preview/PreviewPane.tsx'
import { ArticleDesk } from '../ArticleDesk.tsx'
import type { Draft } from '../draft/draft.ts'
import { useDraft, useDraftState } from '../draft/use-draft.ts'
import { ArticleReader } from './ArticleReader.tsx'
import classes from './Split.module.css'
import type { Beside, BesideMode, Sides } from './sides.ts'

interface Props {
  beside: Beside
  sides: Sides
  onMode: (mode: BesideMode) => void
  onClose: () => void
}

const modes = ['edit', 'read', 'preview'] as const

/** The right side: a bar that says what it is, and the thing itself. */
export function BesidePane({ beside, sides, onMode, onClose }: Props) {
  const { t } = useTranslation('writing')
  return (
    <>
      <div className={classes.bar}>
        {beside.kind === 'article' ? (
          <>
            <ArticleTitle id={beside.id} />
            <SegmentedControl
              size="xs"
              aria-label={t('split.mode')}
              value={beside.mode}
              onChange={(mode) => onMode(mode as BesideMode)}
              data={modes.map((value) => ({ value, label: t(`split.${value}`) }))}
            />
          </>
        ) : (
          <RevisionTitle id={beside.id} />
        )}
        <IconButton label={t('split.close')} icon={IconX} iconSize={17} onClick={onClose} />
      </div>
      <div className={classes.fill}>
        {beside.kind === 'revision' ? (
          <Revision id={beside.id} />
        ) : beside.mode === 'edit' ? (
          <ArticleDesk articleId={beside.id} sides={sides} />
        ) : beside.mode === 'read' ? (
          <WrittenArticle id={beside.id} />
        ) : (
          <Page id={beside.id} onClose={() => onMode('read')} />
        )}
      </div>
    </>
  )
}

function ArticleTitle({ id }: { id: ArticleId }) {
  const { draft } = useDraft(id)
  return <span className={classes.barTitle}>{draft && <DraftTitle draft={draft} />}</span>
}

function DraftTitle({ draft }: { draft: Draft }) {
  const { t } = useTranslation('common')
  return useDraftState(draft, ({ fields }) => fields.title) || t('untitled')
}

function RevisionTitle({ id }: { id: RevisionId }) {
  const { t } = useTranslation(['editor', 'revisions'])
  const format = useFormat()
  const { data } = useQuery(orpc.revisions.get.queryOptions({ input: { id } }))
  return (
    <span className={classes.barTitle}>
      {data && t('revisions:nameTitle', { time: format.dateTime(data.createdAt) })}
    </span>
  )
}

/** As it is written, saved or not. */
function WrittenArticle({ id }: { id: ArticleId }) {
  const { draft, error, retry } = useDraft(id)
  if (error) return <ErrorAlert error={error} onRetry={retry} />
  return draft && <DraftReader draft={draft} />
}

function DraftReader({ draft }: { draft: Draft }) {
  // A save that came from elsewhere brings another document.
  useDraftState(draft, ({ stored }) => stored.version)
  return <ArticleReader content={draft.content()} />
}

function Revision({ id }: { id: RevisionId }) {
  const { data, error, refetch } = useQuery(orpc.revisions.get.queryOptions({ input: { id } }))
  if (error) return <ErrorAlert error={error} onRetry={() => void refetch()} />
  return data && <ArticleReader content={data.content} />
}

function Page({ id, onClose }: { id: ArticleId; onClose: () => void }) {
  const { draft, error, retry } = useDraft(id)
  const [full, setFull] = useState(false)
  if (error) return <ErrorAlert error={error} onRetry={retry} />
  return (
    draft && (
      <PreviewPane draft={draft} full={full} share={0.5} onFull={() => setFull(!full)} onClose={onClose} />
    )
  )
}
