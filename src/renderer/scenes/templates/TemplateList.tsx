import { Button, Group, Menu, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconDots, IconFileText, IconPencil, IconReplace, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reportError } from '../../errors/report-error.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import classes from './Templates.module.css'

interface Kept {
  id: number
  name: string
  excerpt: string
}

interface Props<Item extends Kept> {
  items: Item[] | undefined
  error: unknown
  empty: string
  emptyHint: string
  useLabel: string
  onUse: ((item: Item) => void) | undefined
  /** By the article that is open. */
  onReplace?: ((item: Item) => Promise<unknown>) | undefined
  onRename: (item: Item, name: string) => Promise<unknown>
  onDelete: (item: Item) => Promise<unknown>
}

export function TemplateList<Item extends Kept>(props: Props<Item>) {
  const { items, error, empty, emptyHint, useLabel, onUse, onReplace, onRename, onDelete } = props
  const { t } = useTranslation(['templates', 'common'])
  const [renaming, setRenaming] = useState<Item | null>(null)

  const remove = (item: Item) =>
    modals.openConfirmModal({
      title: t('templates:deleteTitle', { name: item.name }),
      children: <Text size="sm">{t('templates:deleteText')}</Text>,
      labels: { confirm: t('common:delete'), cancel: t('common:cancel') },
      confirmProps: { color: 'red.8' },
      onConfirm: () => void onDelete(item).catch(reportError),
    })
  const replace = (item: Item, run: (item: Item) => Promise<unknown>) =>
    run(item).then(() => {
      notifications.show({ message: t('templates:replaced', { name: item.name }) })
    }, reportError)

  if (error) return <ErrorAlert error={error} />
  if (items?.length === 0) return <EmptyState icon={IconFileText} title={empty} hint={emptyHint} />
  return (
    <ul className={classes.list}>
      {items?.map((item) => (
        <li key={item.id} className={classes.row}>
          {renaming?.id === item.id ? (
            <RenameForm
              name={item.name}
              onDone={() => setRenaming(null)}
              onRename={(name) => onRename(item, name).then(() => setRenaming(null), reportError)}
            />
          ) : (
            <span className={classes.text}>
              <span className={classes.name}>{item.name}</span>
              <span className={classes.excerpt}>{item.excerpt}</span>
            </span>
          )}
          {onUse && (
            <Button variant="default" size="compact-sm" onClick={() => onUse(item)}>
              {useLabel}
            </Button>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton label={t('templates:actions', { name: item.name })} icon={IconDots} />
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setRenaming(item)}>
                {t('common:rename')}
              </Menu.Item>
              {onReplace && (
                <Menu.Item
                  leftSection={<IconReplace size={15} />}
                  onClick={() => void replace(item, onReplace)}
                >
                  {t('templates:replaceByArticle')}
                </Menu.Item>
              )}
              <Menu.Item
                color="var(--mantine-color-error)"
                leftSection={<IconTrash size={15} />}
                onClick={() => remove(item)}
              >
                {t('common:delete')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </li>
      ))}
    </ul>
  )
}

interface RenameProps {
  name: string
  onRename: (name: string) => void
  onDone: () => void
}

function RenameForm({ name, onRename, onDone }: RenameProps) {
  const { t } = useTranslation(['templates', 'common'])
  const [text, setText] = useState(name)
  const wanted = text.trim()
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted && wanted !== name) onRename(wanted)
    else onDone()
  }
  return (
    <form className={classes.text} onSubmit={onSubmit}>
      <Group gap={6} wrap="nowrap">
        <TextInput
          autoFocus
          flex={1}
          aria-label={t('templates:name')}
          maxLength={120}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
            event.stopPropagation()
            onDone()
          }}
        />
        <Button type="submit" size="compact-sm" disabled={!wanted}>
          {t('common:save')}
        </Button>
      </Group>
    </form>
  )
}
