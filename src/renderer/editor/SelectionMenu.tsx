import { Paper } from '@mantine/core'
import { type Editor, isTextSelection, useEditorState } from '@tiptap/react'
import { BubbleMenu, type BubbleMenuProps } from '@tiptap/react/menus'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLinkedArticle } from '../api/use-linked-article.ts'
import { CommandButton } from './CommandButton.tsx'
import type { EditorSurroundings } from './commands/command.ts'
import { editorCommands } from './commands/index.ts'
import classes from './editor.module.css'
import { useCommandStates } from './use-command-states.ts'

interface Props {
  editor: Editor
  around: EditorSurroundings
  openLink: (href: string) => void
}

const placing = { placement: 'top', offset: 8, flip: true, shift: { padding: 8 } } as const

const commands = editorCommands.filter(({ id, group }) => group === 'mark' || id === 'comment')

// One function for good: TipTap tells the editor of each new one in a transaction.
const shouldShow: BubbleMenuProps['shouldShow'] = ({ editor, view, state, from, to, element }) => {
  if (view.composing || state.selection.$from.parent.type.spec.code) return false
  const inside = view.hasFocus() || element.contains(document.activeElement)
  if (!inside || !isTextSelection(state.selection)) return false
  if (from === to && editor.isActive('link')) return true
  return state.doc.textBetween(from, to).length > 0
}

/** Marks and link for the selection, above it. */
export const SelectionMenu = memo(function SelectionMenu({ editor, around, openLink }: Props) {
  const states = useCommandStates(editor, commands)
  const inLink = useEditorState({ editor, selector: () => editor.isActive('link') })

  return (
    <BubbleMenu
      editor={editor}
      updateDelay={120}
      options={placing}
      className={classes.bubble}
      shouldShow={shouldShow}
    >
      <Paper shadow="md" withBorder className={classes.bubblePaper}>
        {commands.map((command, index) => (
          <CommandButton
            key={command.id}
            command={command}
            editor={editor}
            around={around}
            active={states[index]?.active}
            disabled={states[index]?.disabled}
          />
        ))}
        {inLink && <LinkAddress editor={editor} openLink={openLink} />}
      </Paper>
    </BubbleMenu>
  )
})

function LinkAddress({ editor, openLink }: Pick<Props, 'editor' | 'openLink'>) {
  const { t } = useTranslation('editor')
  const href = useEditorState({ editor, selector: () => String(editor.getAttributes('link').href ?? '') })
  const article = useLinkedArticle(href)
  return (
    <button
      type="button"
      className={classes.linkAddress}
      title={t('link.open')}
      onClick={() => openLink(href)}
    >
      {article === undefined ? href : (article?.title ?? t('link.gone'))}
    </button>
  )
}
