import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Editor, useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommentThread } from '#shared/contract/comments.ts'
import { client, orpc } from '../../../api/client.ts'
import {
  placeThread,
  removeThread,
  showPlace,
  threadSelector,
  threadsAtCaret,
} from '../../../editor/review/comment-marks.ts'
import type { MarkedPlaces } from '../../../editor/review/marked-places.ts'
import { pendingPlace, placeForComment } from '../../../editor/review/pending-comment.ts'
import { ErrorAlert } from '../../../errors/ErrorAlert.tsx'
import { reportError } from '../../../errors/report-error.ts'
import { shortcut } from '../../../ui/shortcut.ts'
import type { Draft } from '../draft/draft.ts'
import { NewComment } from './NewComment.tsx'
import classes from './Reviewing.module.css'
import { ThreadCard } from './ThreadCard.tsx'
import type { People } from './use-people.ts'

interface Props {
  draft: Draft
  editor: Editor
  places: MarkedPlaces
  people: People
}

/** Threads in the order of their words; those whose words are gone at the end. */
export function CommentsTab({ draft, editor, places, people }: Props) {
  const { t } = useTranslation('review')
  const [filter, setFilter] = useState<'open' | 'resolved'>('open')
  const {
    data: threads,
    error,
    refetch,
  } = useQuery(orpc.comments.list.queryOptions({ input: { articleId: draft.id } }))
  const pending = useEditorState({ editor, selector: () => pendingPlace(editor.state) !== null })
  const active = useEditorState({ editor, selector: () => threadsAtCaret(editor.state) })

  const shown = (threads ?? []).filter(({ resolvedAt }) => (resolvedAt === null) === (filter === 'open'))
  const placeOf = (thread: CommentThread) => places.threads.get(thread.uid)
  const placed = shown.filter(placeOf).sort((a, b) => (placeOf(a)?.from ?? 0) - (placeOf(b)?.from ?? 0))
  const detached = shown.filter((thread) => !placeOf(thread))

  const reattach = (thread: CommentThread) => {
    const place = placeForComment(editor.state)
    if (!place) return
    placeThread(editor.view, thread.uid, place)
    const quote = editor.state.doc.textBetween(place.from, place.to, ' ').slice(0, 2_000)
    client.comments.requote({ thread: thread.uid, quote }).catch(reportError)
  }
  const card = (thread: CommentThread) => (
    <ThreadCard
      key={thread.uid}
      thread={thread}
      people={people}
      active={active.split(' ').includes(thread.uid)}
      placed={placeOf(thread) !== undefined}
      onShow={() => showPlace(editor.view, threadSelector(thread.uid))}
      onReattach={() => reattach(thread)}
      onDeleted={() => removeThread(editor.view, thread.uid)}
    />
  )

  return (
    <>
      {pending && <NewComment draft={draft} editor={editor} />}
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('comments.filter')}
        value={filter}
        onChange={(value) => setFilter(value === 'resolved' ? 'resolved' : 'open')}
        data={[
          { value: 'open', label: t('comments.open') },
          { value: 'resolved', label: t('comments.resolved') },
        ]}
      />
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {threads && shown.length === 0 && !pending && (
        <div className={classes.empty}>
          <Text size="sm">{t(filter === 'open' ? 'comments.emptyOpen' : 'comments.emptyResolved')}</Text>
          {filter === 'open' && (
            <Text size="xs" c="dimmed">
              {t('comments.hint', { keys: shortcut('Mod+Alt+M') })}
            </Text>
          )}
        </div>
      )}
      {placed.map(card)}
      {detached.length > 0 && (
        <Text size="xs" fw={600} component="h3" className={classes.group}>
          {t('comments.detachedGroup')}
        </Text>
      )}
      {detached.map(card)}
    </>
  )
}
