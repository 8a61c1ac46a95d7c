import { IconTextPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { commandWords } from '../../editor/commands/command.ts'
import { editorCommands } from '../../editor/commands/index.ts'
import { insertSnippet } from '../../editor/insert-snippet.ts'
import { useActiveDesk } from '../article-editor/active-desk.ts'
import type { PaletteAction } from './palette-action.ts'

/** What can be done to the article that is open. */
export function useTextActions(): PaletteAction[] {
  const { t } = useTranslation(commandWords)
  const desk = useActiveDesk()
  const { data: snippets } = useQuery(orpc.snippets.list.queryOptions({ enabled: desk !== undefined }))
  if (!desk) return []
  const { editor, around } = desk
  return [
    ...editorCommands.map(({ id, label, icon, keys, slash, run }) => ({
      key: `text-${id}`,
      label: label(t),
      icon,
      ...(keys ? { shortcut: keys } : {}),
      ...(slash ? { words: slash } : {}),
      run: () => run(editor, around),
    })),
    ...(snippets ?? []).map(({ id, name }) => ({
      key: `snippet-${id}`,
      label: t('writing:snippet', { name }),
      icon: IconTextPlus,
      run: () => insertSnippet(editor, id),
    })),
  ]
}
