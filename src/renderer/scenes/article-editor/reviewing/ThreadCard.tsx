import { Button, Text } from '@mantine/core'
import { IconCircleCheck, IconRotate } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommentThread } from '#shared/contract/comments.ts'
import { client } from '../../../api/client.ts'
import { reportError } from '../../../errors/report-error.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Composer } from './Composer.tsx'
import { MessageItem } from './MessageItem.tsx'
import classes from './Reviewing.module.css'
import type { People } from './use-people.ts'

interface Props {
  thread: CommentThread
  people: People
  /** The caret is in its words. */
  active: boolean
  /** Its words are in the text. */
  placed: boolean
  onShow: () => void
  onReattach: () => void
  onDeleted: () => void
}

export function ThreadCard({ thread, people, active, placed, onShow, onReattach, onDeleted }: Props) {
  const { t } = useTranslation('review')
  const card = useRef<HTMLElement>(null)
  const resolved = thread.resolvedAt !== null
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const resolve = () =>
    client.comments.resolve({ thread: thread.uid, resolved: !resolved }).catch(reportError)

  return (
    <article
      ref={card}
      className={classes.card}
      data-active={active || undefined}
      aria-current={active || undefined}
      aria-label={t('comments.thread', { quote: thread.quote })}
    >
      <div className={classes.cardHead}>
        {placed ? (
          <button type="button" className={classes.quote} title={t('comments.show')} onClick={onShow}>
            {thread.quote}
          </button>
        ) : (
          <span className={classes.quote} data-gone>
            {thread.quote}
          </span>
        )}
        <IconButton
          size="sm"
          color={resolved ? 'gray' : 'teal'}
          label={t(resolved ? 'comments.reopen' : 'comments.resolve')}
          icon={resolved ? IconRotate : IconCircleCheck}
          onClick={resolve}
        />
      </div>
      {!placed && (
        <div className={classes.detached}>
          <Text size="xs">{t('comments.detachedHint')}</Text>
          <Button size="compact-xs" variant="default" onMouseDown={keepSelection} onClick={onReattach}>
            {t('comments.reattach')}
          </Button>
        </div>
      )}
      <ul className={classes.messages}>
        {thread.messages.map((message, index) => (
          <MessageItem
            key={message.uid}
            message={message}
            isFirst={index === 0}
            people={people}
            onThreadDeleted={onDeleted}
          />
        ))}
      </ul>
      {thread.resolvedBy !== null && (
        <Text size="xs" c="dimmed">
          {t('comments.resolvedBy', { name: people.nameOf(thread.resolvedBy) })}
        </Text>
      )}
      <Composer
        box={`reply:${thread.uid}`}
        label={t('comments.reply')}
        placeholder={t('comments.replyPlaceholder')}
        action={t('comments.reply')}
        onSend={(text) => client.comments.reply({ thread: thread.uid, text })}
      />
    </article>
  )
}

/** The words that are selected in the text stay so. */
const keepSelection = (event: { preventDefault(): void }) => event.preventDefault()
