import { useQueryClient } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../../api/client.ts'
import { placeThread, removeThread } from '../../../editor/review/comment-marks.ts'
import { markedPlaces } from '../../../editor/review/marked-places.ts'
import { pendingPlace, setPendingPlace } from '../../../editor/review/pending-comment.ts'
import type { Draft } from '../draft/draft.ts'
import { Composer } from './Composer.tsx'
import classes from './Reviewing.module.css'
import { keepUnsent } from './unsent.ts'

interface Props {
  draft: Draft
  editor: Editor
}

/** A comment that is being written on the words that were selected. */
export function NewComment({ draft, editor }: Props) {
  const { t } = useTranslation('review')
  const queryClient = useQueryClient()
  const box = `new:${draft.id}`
  const quoteOf = () => {
    const now = pendingPlace(editor.state)
    return now ? editor.state.doc.textBetween(now.from, now.to, ' ').slice(0, 2_000) : ''
  }
  /** The words are marked and the box goes at once: whoever writes on must not wait, nor be called back here. */
  const start = async (text: string) => {
    const { view } = editor
    const uid = crypto.randomUUID()
    const quote = quoteOf()
    const now = pendingPlace(view.state)
    if (now) placeThread(view, uid, now)
    close()
    try {
      await client.comments.start({ articleId: draft.id, uid, quote, text })
    } catch (error) {
      keepUnsent(box, text)
      const place = markedPlaces(view.state.doc).threads.get(uid)
      removeThread(view, uid)
      if (place) setPendingPlace(view, place)
      throw error
    }
    await queryClient.invalidateQueries({
      queryKey: orpc.comments.list.key({ input: { articleId: draft.id } }),
    })
  }
  const close = () => {
    setPendingPlace(editor.view, null)
    editor.view.focus()
  }
  return (
    <article className={classes.card} data-active aria-label={t('comments.new')}>
      {quoteOf() && <span className={classes.quote}>{quoteOf()}</span>}
      <Composer
        box={box}
        label={t('comments.new')}
        placeholder={t('comments.placeholder')}
        action={t('comments.send')}
        autoFocus
        onSend={start}
        onCancel={close}
      />
    </article>
  )
}
