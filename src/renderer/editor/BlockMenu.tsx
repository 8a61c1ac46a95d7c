import { autoUpdate, computePosition, hide, offset, shift } from '@floating-ui/dom'
import { Paper } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { EditorState } from '@tiptap/pm/state'
import { type Editor, isTextSelection, useEditorState } from '@tiptap/react'
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { blockAround } from './block-around.ts'
import { CommandButton } from './CommandButton.tsx'
import { type CommandGroup, commandWords, type EditorSurroundings } from './commands/command.ts'
import { editorCommands } from './commands/index.ts'
import classes from './editor.module.css'
import { useCommandStates } from './use-command-states.ts'
import { useRovingFocus } from './use-roving-focus.ts'

interface Props {
  editor: Editor
  around: EditorSurroundings
}

/** Types of blocks with tools of their own; each is the group of its commands. */
const kinds = ['image', 'table', 'callout', 'details'] as const satisfies CommandGroup[]

const blockWithTools = (state: EditorState) => {
  // Selected text has its own menu.
  if (isTextSelection(state.selection) && !state.selection.empty) return null
  const block = blockAround(state, 'gallery') ?? blockAround(state, ...kinds)
  return block && { kind: block.node.type.name, position: block.position }
}

/** What can be done to the table, picture, gallery or box with the caret, above it. Alt+F10 goes there. */
export const BlockMenu = memo(function BlockMenu({ editor, around }: Props) {
  const [inEditor, setInEditor] = useState(false)
  const paper = useRef<HTMLDivElement>(null)
  const block = useEditorState({
    editor,
    selector: () => (editor.view.composing ? null : blockWithTools(editor.state)),
  })
  useEffect(() => {
    const follow = ({ target }: Pick<FocusEvent, 'target'>) => {
      if (target instanceof Node)
        setInEditor(editor.view.dom.contains(target) || paper.current?.contains(target) === true)
    }
    // The text may have the focus already: this menu comes after it.
    follow({ target: document.activeElement })
    document.addEventListener('focusin', follow)
    return () => document.removeEventListener('focusin', follow)
  }, [editor])
  useHotkeys(
    [['alt+F10', () => paper.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()]],
    [],
    true,
  )

  const shown = inEditor && block
  const dom = shown ? editor.view.nodeDOM(shown.position) : null
  useLayoutEffect(
    () => (paper.current && dom instanceof HTMLElement ? keepAbove(dom, paper.current) : undefined),
    [dom],
  )

  if (!shown) return null
  return (
    <Paper
      shadow="md"
      withBorder
      className={classes.blockMenu}
      ref={paper}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.view.focus()
      }}
    >
      <BlockTools key={shown.kind} kind={shown.kind} editor={editor} around={around} />
    </Paper>
  )
})

/** Room that the menu takes above a block; one that begins higher than the window has it at the window's upper edge. */
const room = 46

function keepAbove(dom: HTMLElement, menu: HTMLElement) {
  const reference = {
    contextElement: dom,
    getBoundingClientRect() {
      const { x, y, width, bottom } = dom.getBoundingClientRect()
      const edge = dom.closest('[data-scroll]')?.getBoundingClientRect().top ?? 0
      const top = Math.max(y, Math.min(edge + room, bottom))
      return DOMRect.fromRect({ x, y: top, width, height: bottom - top })
    },
  }
  return autoUpdate(reference, menu, async () => {
    const { x, y, middlewareData } = await computePosition(reference, menu, {
      placement: 'top-start',
      middleware: [offset(8), shift({ padding: 8 }), hide()],
    })
    menu.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
    menu.style.visibility = middlewareData.hide?.referenceHidden ? 'hidden' : ''
  })
}

function BlockTools({ kind, editor, around }: Props & { kind: string }) {
  const { t } = useTranslation(commandWords)
  const roving = useRovingFocus()
  const [commands] = useState(() => editorCommands.filter(({ group }) => group === kind))
  const states = useCommandStates(editor, commands)
  return (
    <div className={classes.blockTools} aria-label={t('blocks:menu')} {...roving}>
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
    </div>
  )
}
