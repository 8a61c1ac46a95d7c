import { Button, Group, Menu, Popover, Stack, TagsInput, Text } from '@mantine/core'
import {
  IconCopyPlus,
  IconFileExport,
  IconFolder,
  IconRestore,
  IconSend,
  IconSendOff,
  IconTag,
  IconTrash,
  IconX,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CategoryItems } from './CategoryItems.tsx'
import classes from './Library.module.css'
import { useArticleActions } from './use-article-actions.tsx'
import type { ArticleRows } from './use-article-rows.ts'
import type { Selection } from './use-selection.ts'

interface BulkBarProps {
  selection: Selection
  rows: ArticleRows
  trash: boolean
}

const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const

/** What can be done to the chosen articles; in the place of the toolbar. */
export function BulkBar({ selection, trash }: BulkBarProps) {
  const { t } = useTranslation(['library', 'common', 'exporting'])
  const format = useFormat()
  const desk = useDesk()
  const actions = useArticleActions()
  const ids = [...selection.ids]
  const [isBusy, setIsBusy] = useState(false)
  /** One at a time: a second click while the first is under way would do it again. */
  const finish = async (act: () => Promise<boolean>) => {
    if (isBusy) return
    setIsBusy(true)
    const isDone = await act()
    setIsBusy(false)
    if (isDone) selection.clear()
  }
  return (
    <Group
      className={`${classes.toolbar} ${classes.bulk}`}
      gap={6}
      wrap="nowrap"
      role="toolbar"
      aria-busy={isBusy}
    >
      <IconButton label={t('library:clearSelection')} icon={IconX} onClick={selection.clear} />
      <Text size="sm" fw={600} mr="xs" role="status">
        {t('library:selected', { count: ids.length, formatted: format.number(ids.length) })}
      </Text>
      {trash ? (
        <>
          <Button
            variant="default"
            leftSection={<IconRestore {...icon} />}
            onClick={() => finish(() => actions.restore(ids))}
          >
            {t('library:restore')}
          </Button>
          <Button
            variant="light"
            color="red"
            leftSection={<IconTrash {...icon} />}
            onClick={() => {
              actions.deleteForever(ids)
              selection.clear()
            }}
          >
            {t('library:deleteForever')}
          </Button>
        </>
      ) : (
        <>
          <FileMenu onChoose={(id, name) => finish(() => actions.categorize(ids, id, name))} />
          <TagsMenu onAdd={(tags) => finish(() => actions.addTags(ids, tags))} />
          <Button
            variant="default"
            leftSection={<IconCopyPlus {...icon} />}
            onClick={() => finish(() => actions.duplicate(ids))}
          >
            {t('library:duplicate')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconSend {...icon} />}
            onClick={() => desk.publish({ kind: 'articles', ids })}
          >
            {t('library:publish')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconSendOff {...icon} />}
            onClick={() => desk.publish({ kind: 'withdraw', ids })}
          >
            {t('library:withdraw')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileExport {...icon} />}
            onClick={() => desk.exportArticles(ids)}
          >
            {t('exporting:export')}
          </Button>
          <Button
            variant="default"
            ml="auto"
            leftSection={<IconTrash {...icon} />}
            onClick={() => finish(() => actions.trash(ids))}
          >
            {t('library:trash')}
          </Button>
        </>
      )}
    </Group>
  )
}

function FileMenu({ onChoose }: { onChoose: (id: CategoryId | null, name: string) => void }) {
  const { t } = useTranslation('library')
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFolder {...icon} />}>
          {t('file')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <CategoryItems onChoose={onChoose} />
      </Menu.Dropdown>
    </Menu>
  )
}

function TagsMenu({ onAdd }: { onAdd: (tags: string[]) => void }) {
  const { t } = useTranslation(['library', 'common'])
  const [opened, setOpened] = useState(false)
  const [tags, setTags] = useState<string[]>([])
  const known = useQuery(orpc.tags.list.queryOptions({ input: {}, enabled: opened }))
  return (
    <Popover opened={opened} onChange={setOpened} width={280} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconTag {...icon} />} onClick={() => setOpened(!opened)}>
          {t('library:addTags')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TagsInput
            data-autofocus
            aria-label={t('library:addTags')}
            placeholder={t('library:tagsPlaceholder')}
            data={known.data?.map(({ name }) => name) ?? []}
            value={tags}
            onChange={setTags}
            maxTags={50}
            comboboxProps={{ withinPortal: false }}
          />
          <Button
            disabled={tags.length === 0}
            onClick={() => {
              onAdd(tags)
              setTags([])
              setOpened(false)
            }}
          >
            {t('library:addTags')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
