import { Menu, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CommentMessage } from '#shared/contract/comments.ts'
import { client } from '../../../api/client.ts'
import { reportError } from '../../../errors/report-error.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Byline } from './Byline.tsx'
import { Composer } from './Composer.tsx'
import classes from './Reviewing.module.css'
import type { People } from './use-people.ts'

interface Props {
  message: CommentMessage
  /** Deleting it deletes the thread. */
  isFirst: boolean
  people: People
  onThreadDeleted: () => void
}

export function MessageItem({ message, isFirst, people, onThreadDeleted }: Props) {
  const { t } = useTranslation('review')
  const [editing, edit] = useDisclosure(false)
  const isMine = message.author === people.me?.id

  const remove = () =>
    client.comments.delete({ message: message.uid }).then((rest) => {
      if (rest === null) onThreadDeleted()
    }, reportError)

  return (
    <li className={classes.message}>
      <div className={classes.messageHead}>
        <Byline
          people={people}
          person={message.author}
          at={message.createdAt}
          note={message.editedAt === null ? undefined : t('comments.edited')}
        />
        {isMine && !editing && (
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton size="xs" label={t('comments.more')} icon={IconDots} iconSize={14} />
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={14} />} onClick={edit.open}>
                {t('comments.edit')}
              </Menu.Item>
              <Menu.Item
                color="var(--mantine-color-error)"
                leftSection={<IconTrash size={14} />}
                onClick={remove}
              >
                {isFirst ? t('comments.deleteThread') : t('comments.delete')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {editing ? (
        <Composer
          box={`edit:${message.uid}`}
          label={t('comments.edit')}
          placeholder=""
          action={t('comments.save')}
          text={message.text}
          autoFocus
          onSend={async (text) => {
            await client.comments.edit({ message: message.uid, text })
            edit.close()
          }}
          onCancel={edit.close}
        />
      ) : (
        <Text size="sm" className={classes.words}>
          {message.text}
        </Text>
      )}
    </li>
  )
}
