import { Menu, Portal } from '@mantine/core'
import {
  IconCalendarClock,
  IconCalendarOff,
  IconColumns2,
  IconCopyPlus,
  IconEye,
  IconFolder,
  IconPencil,
  IconRestore,
  IconSend,
  IconSendOff,
  IconTrash,
} from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleSummary } from '#shared/contract/articles.ts'
import { client } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { ScheduleDialog } from '../article-editor/dialogs/ScheduleDialog.tsx'
import { ExportMenu } from '../exporting/ExportMenu.tsx'
import { CategoryItems } from './CategoryItems.tsx'
import classes from './Library.module.css'
import { useArticleActions } from './use-article-actions.tsx'
import type { Selection } from './use-selection.ts'

/** Where in the window somebody asked for the menu of an article. */
export interface MenuPlace {
  x: number
  y: number
}

interface Props {
  /** What was asked for last; it stays while the menu goes. */
  asked: { place: MenuPlace; article: ArticleSummary } | undefined
  opened: boolean
  onChange: (opened: boolean) => void
  selection: Selection
}

const icon = { size: 15, 'aria-hidden': true } as const

/** In the moment it is there: the next key is for the menu, not for the list. */
const focusFirst = (menu: HTMLElement | null) =>
  menu?.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })

/** What can be done to an article of the list; where it is one of those that are chosen, to all of them. */
export function ArticleMenu({ asked, opened, onChange, selection }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return
    event.preventDefault()
    onChange(false)
  }
  const [scheduling, setScheduling] = useState<ArticleSummary | null>(null)
  return (
    <>
      <Menu
        opened={opened}
        onChange={onChange}
        position="bottom-start"
        offset={0}
        width={230}
        transitionProps={{ duration: 0 }}
        returnFocus={false}
        trapFocus={false}
      >
        <Portal>
          <Menu.Target>
            <span
              className={classes.menuPlace}
              style={asked && { left: asked.place.x, top: asked.place.y }}
              aria-hidden
            />
          </Menu.Target>
        </Portal>
        <Menu.Dropdown ref={opened ? focusFirst : null} onKeyDown={onKeyDown}>
          {asked && <Items article={asked.article} selection={selection} onSchedule={setScheduling} />}
        </Menu.Dropdown>
      </Menu>
      {scheduling && (
        <ScheduleDialog
          article={scheduling}
          version={async () => scheduling.version}
          onClose={() => setScheduling(null)}
        />
      )}
    </>
  )
}

interface ItemsProps {
  article: ArticleSummary
  selection: Selection
  onSchedule: (article: ArticleSummary) => void
}

function Items({ article, selection, onSchedule }: ItemsProps) {
  const { t } = useTranslation(['library', 'common', 'editor', 'writing'])
  const format = useFormat()
  const desk = useDesk()
  const actions = useArticleActions()
  const isChosen = selection.ids.has(article.id)
  const ids = isChosen ? [...selection.ids] : [article.id]
  const isOne = ids.length === 1
  const [first, second, ...others] = ids
  const isPublished = isOne && article.state === 'published'
  const finish = (action: Promise<boolean>) =>
    void action.then((isDone) => isDone && isChosen && selection.clear())

  const head = isOne ? (
    <>
      <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => desk.openArticle(article.id)}>
        {t('common:open')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconEye {...icon} />}
        onClick={() => desk.openArticle(article.id, { preview: true })}
      >
        {t('editor:header.preview')}
      </Menu.Item>
    </>
  ) : (
    <>
      <Menu.Label>
        {t('library:selected', { count: ids.length, formatted: format.number(ids.length) })}
      </Menu.Label>
      {first !== undefined && second !== undefined && others.length === 0 && (
        <Menu.Item
          leftSection={<IconColumns2 {...icon} />}
          onClick={() => desk.openArticle(first, { beside: second })}
        >
          {t('writing:split.title')}
        </Menu.Item>
      )}
    </>
  )
  if (article.trashedAt !== null)
    return (
      <>
        {head}
        {isOne && <Menu.Divider />}
        <Menu.Item leftSection={<IconRestore {...icon} />} onClick={() => finish(actions.restore(ids))}>
          {t('library:restore')}
        </Menu.Item>
        <Menu.Item
          color="var(--mantine-color-error)"
          leftSection={<IconTrash {...icon} />}
          onClick={() => {
            actions.deleteForever(ids)
            if (isChosen) selection.clear()
          }}
        >
          {t('library:deleteForever')}
        </Menu.Item>
      </>
    )
  return (
    <>
      {head}
      {isOne && <Menu.Divider />}
      <Menu.Item leftSection={<IconSend {...icon} />} onClick={() => desk.publish({ kind: 'articles', ids })}>
        {t(isPublished ? 'editor:header.update' : 'library:publish')}
      </Menu.Item>
      {isOne && !isPublished && (
        <Menu.Item leftSection={<IconCalendarClock {...icon} />} onClick={() => onSchedule(article)}>
          {t('editor:header.schedule')}
        </Menu.Item>
      )}
      {isOne && article.state === 'scheduled' && (
        <Menu.Item
          leftSection={<IconCalendarOff {...icon} />}
          onClick={() => void client.publishing.unschedule({ articleId: article.id }).catch(reportError)}
        >
          {t('editor:header.unschedule')}
        </Menu.Item>
      )}
      {(isPublished || !isOne) && (
        <Menu.Item
          leftSection={<IconSendOff {...icon} />}
          onClick={() => desk.publish({ kind: 'withdraw', ids })}
        >
          {t('library:withdraw')}
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Sub>
        <Menu.Sub.Target>
          <Menu.Sub.Item leftSection={<IconFolder {...icon} />}>{t('library:file')}</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          <CategoryItems onChoose={(id, name) => finish(actions.categorize(ids, id, name))} />
        </Menu.Sub.Dropdown>
      </Menu.Sub>
      <Menu.Item leftSection={<IconCopyPlus {...icon} />} onClick={() => finish(actions.duplicate(ids))}>
        {t('library:duplicate')}
      </Menu.Item>
      <ExportMenu ids={ids} />
      <Menu.Divider />
      <Menu.Item
        color="var(--mantine-color-error)"
        leftSection={<IconTrash {...icon} />}
        disabled={isPublished}
        onClick={() => finish(actions.trash(ids))}
      >
        {t('library:trash')}
      </Menu.Item>
    </>
  )
}
