import { Badge, Button, Menu, Text } from '@mantine/core'
import {
  IconArrowLeft,
  IconCalendarClock,
  IconCalendarOff,
  IconDots,
  IconExternalLink,
  IconEye,
  IconEyeOff,
  IconLayoutSidebarRight,
  IconMaximize,
  IconSend,
  IconTrash,
  IconTrashOff,
  IconWorldOff,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { client, orpc } from '../../api/client.ts'
import { commandWords, type EditorSurroundings } from '../../editor/commands/command.ts'
import { editorCommands } from '../../editor/commands/index.ts'
import { reportError } from '../../errors/report-error.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { AfterPaint } from '../../ui/AfterPaint.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { shortcut } from '../../ui/shortcut.ts'
import { ExportMenu } from '../exporting/ExportMenu.tsx'
import { useArticleActions } from '../library/use-article-actions.tsx'
import classes from './ArticleEditor.module.css'
import type { Draft } from './draft/draft.ts'
import { useDraftState } from './draft/use-draft.ts'
import { SaveIndicator } from './SaveIndicator.tsx'

interface Props {
  draft: Draft
  editor: Editor
  around: EditorSurroundings
  /** Stands beside another article: has no way back to the library. */
  isSecond: boolean
  previewing: boolean
  inspecting: boolean
  onPreview: () => void
  onPreviewFull: () => void
  onInspect: () => void
  onSchedule: () => void
  onConflict: () => void
}

const inMenu = editorCommands.filter(({ group }) => group === 'view' || group === 'article')

export function EditorHeader({ draft, editor, around, isSecond, previewing, inspecting, ...on }: Props) {
  const { t } = useTranslation([...commandWords, 'common'])
  const desk = useDesk()
  const actions = useArticleActions()
  const [, navigate] = useLocation()
  const title = useDraftState(draft, (state) => state.fields.title)
  const state = useDraftState(draft, ({ stored }) => stored.state)
  const changed = useDraftState(draft, ({ stored }) => stored.changedSincePublication)
  const trashedAt = useDraftState(draft, ({ stored }) => stored.trashedAt)
  const { data: address } = useQuery(orpc.publishing.address.queryOptions({ input: { articleId: draft.id } }))
  const ids = [draft.id]
  const run = (work: () => Promise<unknown>) => () => void work().catch(reportError)

  const publish = run(async () => {
    if (await draft.flush()) desk.publish({ kind: 'articles', ids })
    else if (draft.getState().theirs) on.onConflict()
    else reportError(draft.getState().failure)
  })
  const trash = run(async () => {
    await draft.flush()
    if (await actions.trash(ids)) navigate('/library')
  })
  const unschedule = run(async () => {
    await client.publishing.unschedule({ articleId: draft.id })
    draft.remoteChanged()
  })
  const restore = run(async () => {
    await client.articles.restore({ ids })
    draft.remoteChanged()
  })
  const url = address?.url

  return (
    <header className={classes.header}>
      {!isSecond && (
        <IconButton
          label={t('editor:backToLibrary')}
          icon={IconArrowLeft}
          iconSize={18}
          onClick={() => navigate('/library')}
        />
      )}
      {/* On the second side the title stands over the header already. */}
      {!isSecond && <span className={classes.headerTitle}>{title || t('common:untitled')}</span>}
      {trashedAt === null ? (
        <StateMark state={state} changed={changed} />
      ) : (
        <Badge variant="light" color="red" tt="none" title={t('editor:header.inTrash')}>
          {t('common:state.trash')}
        </Badge>
      )}
      <SaveIndicator draft={draft} onConflict={on.onConflict} />
      <span className={classes.grow} />
      <AfterPaint>
        <IconButton
          label={t('editor:header.preview')}
          icon={previewing ? IconEyeOff : IconEye}
          iconSize={18}
          keys="mod+shift+P"
          pressed={previewing}
          onClick={on.onPreview}
        />
        <IconButton
          label={t('editor:header.inspector')}
          icon={IconLayoutSidebarRight}
          iconSize={18}
          pressed={inspecting}
          onClick={on.onInspect}
        />
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton label={t('editor:header.menu')} icon={IconDots} iconSize={18} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconMaximize size={15} />} onClick={on.onPreviewFull}>
              {t('editor:header.previewFull')}
            </Menu.Item>
            {url && (
              <Menu.Item
                leftSection={<IconExternalLink size={15} />}
                onClick={run(() => client.app.openExternal({ url }))}
              >
                {t('editor:header.openPage')}
              </Menu.Item>
            )}
            <ExportMenu ids={ids} />
            <Menu.Divider />
            {inMenu.map((command) => (
              <Menu.Item
                key={command.id}
                leftSection={<command.icon size={15} />}
                rightSection={
                  command.keys && (
                    <Text size="xs" c="dimmed">
                      {shortcut(command.keys)}
                    </Text>
                  )
                }
                onClick={() => command.run(editor, around)}
              >
                {command.label(t)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            {state !== 'published' && trashedAt === null && (
              <Menu.Item leftSection={<IconCalendarClock size={15} />} onClick={on.onSchedule}>
                {t('editor:header.schedule')}
              </Menu.Item>
            )}
            {state === 'scheduled' && (
              <Menu.Item leftSection={<IconCalendarOff size={15} />} onClick={unschedule}>
                {t('editor:header.unschedule')}
              </Menu.Item>
            )}
            {state === 'published' && (
              <Menu.Item
                leftSection={<IconWorldOff size={15} />}
                onClick={() => desk.publish({ kind: 'withdraw', ids })}
              >
                {t('editor:header.withdraw')}
              </Menu.Item>
            )}
            {trashedAt === null && (
              <Menu.Item
                color="var(--mantine-color-error)"
                leftSection={<IconTrash size={15} />}
                disabled={state === 'published'}
                onClick={trash}
              >
                {t('editor:header.trash')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
        {trashedAt === null ? (
          <Button leftSection={<IconSend size={15} aria-hidden />} onClick={publish}>
            {t(state === 'published' ? 'editor:header.update' : 'editor:header.publish')}
          </Button>
        ) : (
          <Button variant="default" leftSection={<IconTrashOff size={15} aria-hidden />} onClick={restore}>
            {t('editor:header.restore')}
          </Button>
        )}
      </AfterPaint>
    </header>
  )
}
