import type { Editor } from '@tiptap/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/IconButton.tsx'
import { commandWords, type EditorCommand, type EditorSurroundings } from './commands/command.ts'

interface Props {
  command: EditorCommand
  editor: Editor
  around: EditorSurroundings
  active: boolean | undefined
  disabled: boolean | undefined
}

/** A command of the text as a button; renders again only when its own state changes, as most stay while one moves. */
export const CommandButton = memo(function CommandButton({
  command,
  editor,
  around,
  active,
  disabled,
}: Props) {
  const { t } = useTranslation(commandWords)
  const label = command.label(t)
  return (
    <IconButton
      size={28}
      label={label}
      icon={command.icon}
      iconSize={17}
      keys={command.keys}
      pressed={active}
      disabled={disabled}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => command.run(editor, around)}
    />
  )
})
