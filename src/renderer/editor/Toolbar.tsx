import { useElementSize } from '@mantine/hooks'
import { IconAlignLeft, IconDots, IconPlus } from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { Fragment, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { AfterPaint } from '../ui/AfterPaint.tsx'
import { CommandButton } from './CommandButton.tsx'
import { CommandMenu } from './CommandMenu.tsx'
import {
  type CommandGroup,
  commandWords,
  type EditorCommand,
  type EditorSurroundings,
} from './commands/command.ts'
import { editorCommands } from './commands/index.ts'
import classes from './editor.module.css'
import { TableSizes } from './TableSizes.tsx'
import { useCommandStates } from './use-command-states.ts'
import { useRovingFocus } from './use-roving-focus.ts'

interface Props {
  editor: Editor
  around: EditorSurroundings
}

const inGroups = (...groups: CommandGroup[]) => editorCommands.filter(({ group }) => groups.includes(group))
/** One press each. What does not fit into the window is in a menu, from the last one on. */
const direct = inGroups('history', 'turnInto', 'mark', 'list').filter(
  ({ id }) => !['paragraph', 'superscript', 'subscript'].includes(id),
)
const always = editorCommands.filter(({ id }) => ['image', 'comment', 'suggest', 'find'].includes(id))
const rare = editorCommands.filter(
  ({ id, group }) => group === 'paste' || ['superscript', 'subscript', 'replace'].includes(id),
)
const insertions = inGroups('insert').filter(({ id }) => id !== 'image')
const alignments = inGroups('align')

const begins = (command: EditorCommand, index: number) =>
  index > 0 && direct[index - 1]?.group !== command.group

/** As `editor.module.css` lays them out: a button, the line between groups, and what stands at the end. */
const buttonWidth = 29
const lineWidth = 11
const endWidth = 3 * (buttonWidth + 12) + 4 * buttonWidth + 2 * lineWidth

function howManyFit(width: number): number {
  let left = width - endWidth
  return direct.findIndex((command, index) => {
    left -= buttonWidth + (begins(command, index) ? lineWidth : 0)
    return left < 0
  })
}

export const Toolbar = memo(function Toolbar(props: Props) {
  const { ref, width } = useElementSize()
  return (
    <div className={classes.toolbar}>
      <div className={classes.toolbarWidth} ref={ref} />
      <AfterPaint>
        <FittingTools {...props} fitting={howManyFit(width)} />
      </AfterPaint>
    </div>
  )
})

const FittingTools = memo(function FittingTools({ fitting, ...menu }: Props & { fitting: number }) {
  const { t } = useTranslation(commandWords)
  const roving = useRovingFocus()
  const shown = fitting < 0 ? direct : direct.slice(0, fitting)
  return (
    <div className={classes.tools} aria-label={t('editor:toolbar.label')} {...roving}>
      <Tools commands={shown} {...menu} />
      <CommandMenu
        icon={IconDots}
        label={t('blocks:more')}
        commands={[...direct.slice(shown.length), ...rare]}
        {...menu}
      />
      <i />
      <CommandMenu icon={IconAlignLeft} label={t('blocks:align')} commands={alignments} {...menu} />
      <CommandMenu icon={IconPlus} label={t('blocks:insert')} commands={insertions} {...menu}>
        {(close) => <TableSizes editor={menu.editor} onDone={close} />}
      </CommandMenu>
      <Tools commands={always} {...menu} />
    </div>
  )
})

function Tools({ commands, editor, around }: Props & { commands: readonly EditorCommand[] }) {
  const states = useCommandStates(editor, commands)
  return commands.map((command, index) => (
    <Fragment key={command.id}>
      {index > 0 &&
        commands[index - 1]?.group !== command.group &&
        commands[index - 1]?.group !== 'insert' && <i />}
      <CommandButton
        command={command}
        editor={editor}
        around={around}
        active={states[index]?.active}
        disabled={states[index]?.disabled}
      />
    </Fragment>
  ))
}
