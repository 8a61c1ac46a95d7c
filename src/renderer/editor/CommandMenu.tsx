import { Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { TablerIcon } from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { Fragment, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/IconButton.tsx'
import { shortcut } from '../ui/shortcut.ts'
import { commandWords, type EditorCommand, type EditorSurroundings } from './commands/command.ts'
import classes from './editor.module.css'
import { useCommandStates } from './use-command-states.ts'

interface Props {
  editor: Editor
  around: EditorSurroundings
  icon: TablerIcon
  label: string
  commands: readonly EditorCommand[]
  /** Stands above the commands. */
  children?: (close: () => void) => ReactNode
}

/** A button of the toolbar with a menu of commands. */
export function CommandMenu({ icon: Icon, label, children, ...rest }: Props) {
  const [opened, menu] = useDisclosure(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Menu opened={opened} onChange={menu.set} position="bottom-start" shadow="md" width={240} withinPortal>
      <Menu.Target>
        <IconButton
          ref={button}
          size={28}
          className={classes.menuButton}
          label={label}
          icon={Icon}
          iconSize={17}
          onMouseDown={(event) => event.preventDefault()}
        />
      </Menu.Target>
      <Menu.Dropdown
        onKeyDown={(event) => {
          // A command goes back to the text, Escape to where the menu was opened.
          if (event.key === 'Escape') button.current?.focus()
        }}
      >
        {children?.(menu.close)}
        <Lines {...rest} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** The lines render only while the menu is open. */
function Lines({ editor, around, commands }: Pick<Props, 'editor' | 'around' | 'commands'>) {
  const { t } = useTranslation(commandWords)
  const states = useCommandStates(editor, commands)
  return commands.map((command, index) => {
    const { active, disabled } = states[index] ?? {}
    return (
      <Fragment key={command.id}>
        {index > 0 && commands[index - 1]?.group !== command.group && <Menu.Divider />}
        <Menu.Item
          leftSection={<command.icon size={16} stroke={1.7} aria-hidden />}
          rightSection={
            command.keys && (
              <kbd className={classes.keys} aria-hidden>
                {shortcut(command.keys)}
              </kbd>
            )
          }
          disabled={disabled}
          aria-current={active || undefined}
          onClick={() => command.run(editor, around)}
        >
          {command.label(t)}
        </Menu.Item>
      </Fragment>
    )
  })
}
