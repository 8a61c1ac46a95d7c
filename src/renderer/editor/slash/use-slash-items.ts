import { IconTextPlus, type TablerIcon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { bestMatches } from '../../ui/match-name.ts'
import { usePinyin } from '../../ui/use-pinyin.ts'
import { commandWords, type EditorSurroundings } from '../commands/command.ts'
import { editorCommands } from '../commands/index.ts'
import { insertSnippet } from '../insert-snippet.ts'

export interface SlashItem {
  id: string
  group: string
  label: string
  icon: TablerIcon
  keys: string | undefined
  words: readonly string[]
  run: () => void
}

const commands = editorCommands.filter(({ slash }) => slash)

/** Commands and snippets that a query finds, the best first; without one all of them, in groups. */
export function useSlashItems(editor: Editor, around: EditorSurroundings, query: string): SlashItem[] {
  const { t } = useTranslation([...commandWords, 'writing'])
  const { data: snippets } = useQuery(orpc.snippets.list.queryOptions())
  usePinyin()
  const items: SlashItem[] = [
    ...commands
      .filter((command) => command.isEnabled?.(editor) !== false)
      .map((command) => ({
        id: command.id,
        group: t(`writing:groups.${command.group}`),
        label: command.label(t),
        icon: command.icon,
        keys: command.keys,
        words: command.slash ?? [],
        run: () => command.run(editor, around),
      })),
    ...(snippets ?? []).map(({ id, name }) => ({
      id: `snippet-${id}`,
      group: t('writing:groups.snippet'),
      label: name,
      icon: IconTextPlus,
      keys: undefined,
      words: ['snippet'],
      run: () => insertSnippet(editor, id),
    })),
  ]
  return bestMatches(items, query, ({ label, words }) => [label, words])
}
