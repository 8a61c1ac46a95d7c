import { useQueryClient } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../../api/client.ts'
import { placeThread, removeThread } from '../../../editor/review/comment-marks.ts'
import { pendingPlace } from '../../../editor/review/pending-comment.ts'
import type { Draft } from '../draft/draft.ts'
import { Composer } from './Composer.tsx'
import classes from './Reviewing.module.css'

interface Props {
  draft: Draft
  editor: Editor
  onDone: () => void
}

/** A comment that is being written on the words that were selected. */
export function NewComment({ draft, editor, onDone }: Props) {
  const { t } = useTranslation('review')
  const queryClient = useQueryClient()
  const place = pendingPlace(editor.state)
  const quoteOf = () => {
    const now = pendingPlace(editor.state)
    return now ? editor.state.doc.textBetween(now.from, now.to, ' ').slice(0, 2_000) : ''
  }
  const start = async (text: string) => {
    const uid = crypto.randomUUID()
    const quote = quoteOf()
    const now = pendingPlace(editor.state)
    if (now) placeThread(editor.view, uid, now)
    try {
      await client.comments.start({ articleId: draft.id, uid, quote, text })
    } catch (error) {
      removeThread(editor.view, uid)
      throw error
    }
    await queryClient.invalidateQueries({
      queryKey: orpc.comments.list.key({ input: { articleId: draft.id } }),
    })
    onDone()
    editor.view.focus()
  }
  return (
    <article className={classes.card} data-active aria-label={t('comments.new')}>
      {place && <span className={classes.quote}>{quoteOf()}</span>}
      <Composer
        box={`new:${draft.id}`}
        label={t('comments.new')}
        placeholder={t('comments.placeholder')}
        action={t('comments.send')}
        autoFocus
        onSend={start}
        onCancel={() => {
          onDone()
          editor.view.focus()
        }}
      />
    </article>
  )
}
