import { Paper } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { EditorState } from '@tiptap/pm/state'
import { type Editor, isTextSelection, useEditorState } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { blockAround } from './block-around.ts'
import { type CommandGroup, commandWords, type EditorSurroundings } from './commands/command.ts'
import { editorCommands } from './commands/index.ts'
import classes from './editor.module.css'
import { ToolButton } from './ToolButton.tsx'
import { useCommandStates } from './use-command-states.ts'
import { useRovingFocus } from './use-roving-focus.ts'

interface Props {
  editor: Editor
  around: EditorSurroundings
}

const placing = { placement: 'top-start', offset: 8, flip: false, shift: { padding: 8 } } as const
/** Types of blocks with tools of their own; each is the group of its commands. A picture's gallery comes first. */
const kinds = ['gallery', 'image', 'table', 'callout', 'details'] as const satisfies CommandGroup[]

const blockWithTools = (state: EditorState) => blockAround(state, 'gallery') ?? blockAround(state, ...kinds)

const kindOf = (state: EditorState) => kinds.find((kind) => kind === blockWithTools(state)?.node.type.name)

/** Room that the menu takes above a block; one that begins higher than the window has it at the window's upper edge. */
const room = 44

function place({ state, view }: Editor) {
  const block = blockWithTools(state)
  const dom = block && view.nodeDOM(block.position)
  if (!(dom instanceof HTMLElement)) return null
  return {
    contextElement: dom,
    getBoundingClientRect() {
      const { x, y, width, bottom } = dom.getBoundingClientRect()
      const edge = dom.closest('[data-scroll]')?.getBoundingClientRect().top ?? 0
      const top = Math.max(y, Math.min(edge + room, bottom))
      return DOMRect.fromRect({ x, y: top, width, height: Math.max(0, bottom - top) })
    },
  }
}

/** What can be done to the table, picture, gallery or box with the caret, above it. Alt+F10 goes there. */
export function BlockMenu({ editor, around }: Props) {
  const paper = useRef<HTMLDivElement>(null)
  const kind = useEditorState({ editor, selector: () => kindOf(editor.state) })
  useHotkeys(
    [['alt+F10', () => paper.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()]],
    [],
    true,
  )
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="blockMenu"
      updateDelay={120}
      options={placing}
      className={classes.bubble}
      getReferencedVirtualElement={() => place(editor)}
      shouldShow={({ view, state, element }) => {
        if (view.composing || !kindOf(state)) return false
        // Selected text has its own menu.
        if (isTextSelection(state.selection) && !state.selection.empty) return false
        return view.dom.contains(document.activeElement) || element.contains(document.activeElement)
      }}
    >
      <Paper
        shadow="md"
        withBorder
        className={classes.bubblePaper}
        ref={paper}
        onKeyDown={(event) => {
          if (event.key === 'Escape') editor.view.focus()
        }}
      >
        {kind && <BlockTools key={kind} kind={kind} editor={editor} around={around} />}
      </Paper>
    </BubbleMenu>
  )
}

function BlockTools({ kind, editor, around }: Props & { kind: CommandGroup }) {
  const { t } = useTranslation(commandWords)
  const roving = useRovingFocus()
  const commands = editorCommands.filter(({ group }) => group === kind)
  const states = useCommandStates(editor, commands)
  return (
    <div className={classes.blockTools} aria-label={t('blocks:menu')} {...roving}>
      {commands.map((command, index) => (
        <ToolButton
          key={command.id}
          icon={command.icon}
          label={command.label(t)}
          keys={command.keys}
          {...states[index]}
          onClick={() => command.run(editor, around)}
        />
      ))}
    </div>
  )
}
