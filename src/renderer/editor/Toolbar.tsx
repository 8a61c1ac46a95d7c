import type { Editor } from '@tiptap/react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { commandWords, type EditorCommand, type EditorSurroundings } from './commands/command.ts'
import { editorCommands } from './commands/index.ts'
import classes from './editor.module.css'
import { ToolButton } from './ToolButton.tsx'
import { useCommandStates } from './use-command-states.ts'
import { useRovingFocus } from './use-roving-focus.ts'

interface Props {
  editor: Editor
  around: EditorSurroundings
}

/** In the slash menu and the palette only. */
const elsewhere = new Set(['paragraph', 'replace', 'superscript', 'subscript'])
const shown = editorCommands.filter(({ id }) => !elsewhere.has(id))
const begins = (command: EditorCommand, index: number) =>
  index > 0 && shown[index - 1]?.group !== command.group

export function Toolbar({ editor, around }: Props) {
  const { t } = useTranslation(commandWords)
  const roving = useRovingFocus()
  const states = useCommandStates(editor, shown)
  return (
    <div className={classes.toolbar} aria-label={t('editor:toolbar.label')} {...roving}>
      {shown.map((command, index) => (
        <Fragment key={command.id}>
          {begins(command, index) && <i />}
          <ToolButton
            icon={command.icon}
            label={command.label(t)}
            keys={command.keys}
            {...states[index]}
            onClick={() => command.run(editor, around)}
          />
        </Fragment>
      ))}
    </div>
  )
}
