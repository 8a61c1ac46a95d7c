import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { EditorSurroundings } from '../../editor/commands/command.ts'
import { reportError } from '../../errors/report-error.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { useWritingModes } from '../../ui/use-writing-modes.ts'
import type { Draft } from './draft/draft.ts'
import type { Sides } from './split/sides.ts'

type ArticleCommands = Pick<
  EditorSurroundings,
  | 'saveSnippet'
  | 'saveTemplate'
  | 'duplicateArticle'
  | 'toggleFocusMode'
  | 'toggleFullScreen'
  | 'openBeside'
  | 'otherSide'
>

/** What the commands of the text ask of the article and the window, and which name is asked for meanwhile. */
export function useArticleCommands(draft: Draft, sides: Sides) {
  const { t } = useTranslation(['templates', 'common'])
  const { openArticle } = useDesk()
  const { toggleFocus, toggleFullScreen } = useWritingModes()
  const [naming, setNaming] = useState<'template' | 'snippet' | null>(null)
  const commands = useMemo<ArticleCommands>(
    () => ({
      saveSnippet: () => setNaming('snippet'),
      saveTemplate: () => setNaming('template'),
      duplicateArticle: () => {
        const title = t('templates:copyOf', { title: draft.getState().fields.title || t('common:untitled') })
        draft
          .flush()
          .then(() => client.articles.duplicate({ id: draft.id, title }))
          .then(({ id }) => openArticle(id), reportError)
      },
      toggleFocusMode: toggleFocus,
      toggleFullScreen,
      openBeside: sides.choose,
      otherSide: sides.other,
    }),
    [draft, t, openArticle, toggleFocus, toggleFullScreen, sides],
  )
  return { commands, naming, named: () => setNaming(null) }
}
