import { autoUpdate, computePosition, flip, hide, offset, shift } from '@floating-ui/dom'
import { Paper } from '@mantine/core'
import { useHotkeys, useWindowEvent } from '@mantine/hooks'
import { type Editor, posToDOMRect } from '@tiptap/core'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { CommandButton } from './CommandButton.tsx'
import type { EditorCommand, EditorSurroundings } from './commands/command.ts'
import classes from './editor.module.css'
import { useCommandStates } from './use-command-states.ts'
import { useRovingFocus } from './use-roving-focus.ts'

/** Positions in the document. */
export interface TextRange {
  from: number
  to: number
}

interface Tools {
  editor: Editor
  around: EditorSurroundings
  commands: readonly EditorCommand[]
  label: string
  /** After the commands. */
  children?: ReactNode
}

interface Props extends Tools {
  /** The block or the text that they stand above; the same object for as long as it is the same. Null: none. */
  anchor: HTMLElement | TextRange | null
}

/**
 * Commands above a part of the document, while the focus is in the document or in them. Alt+F10 goes to them, Escape
 * back.
 */
export function FloatingTools({ anchor, ...tools }: Props) {
  const { editor } = tools
  const [isFocusNear, setFocusNear] = useState(false)
  const [isDragging, setDragging] = useState(false)
  const paper = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const look = (focused: EventTarget | null) =>
      setFocusNear(
        focused instanceof Node &&
          (editor.view.dom.contains(focused) || paper.current?.contains(focused) === true),
      )
    const follow = ({ target }: FocusEvent) => look(target)
    // A click beside all fields gives the focus to nothing; another window leaves it where it is.
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (!relatedTarget) look(document.activeElement)
    }
    // The text may have the focus already: these tools come after it.
    look(document.activeElement)
    document.addEventListener('focusin', follow)
    document.addEventListener('focusout', leave)
    return () => {
      document.removeEventListener('focusin', follow)
      document.removeEventListener('focusout', leave)
    }
  }, [editor])
  useWindowEvent('dragstart', () => setDragging(true))
  useWindowEvent('dragend', () => setDragging(false))
  // What is dropped elsewhere is in the document no more to tell that its drag has ended.
  useWindowEvent('drop', () => setDragging(false), true)
  useHotkeys(
    [['alt+F10', () => paper.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()]],
    [],
    true,
  )

  const shown = isFocusNear && !isDragging ? anchor : null
  useLayoutEffect(
    () => (paper.current && shown ? keepAbove(editor, shown, paper.current) : undefined),
    [editor, shown],
  )

  if (!shown) return null
  return (
    <Paper
      shadow="md"
      withBorder
      className={classes.floating}
      ref={paper}
      // A click beside the buttons leaves the focus where it is.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.view.focus()
      }}
    >
      <ToolButtons {...tools} />
    </Paper>
  )
}

function ToolButtons({ editor, around, commands, label, children }: Tools) {
  const roving = useRovingFocus()
  const states = useCommandStates(editor, commands)
  return (
    <div className={classes.floatingTools} aria-label={label} {...roving}>
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
      {children}
    </div>
  )
}

function keepAbove(editor: Editor, anchor: HTMLElement | TextRange, menu: HTMLElement): () => void {
  const { view } = editor
  const isBlock = anchor instanceof HTMLElement
  const reference = isBlock
    ? anchor
    : { contextElement: view.dom, getBoundingClientRect: () => posToDOMRect(view, anchor.from, anchor.to) }
  const overflow = { padding: 8, boundary: view.dom.closest('[data-scroll]') ?? undefined }
  // What begins above the window has them at the window's upper edge; below a few lines they hide less of these.
  const stay = [shift({ ...overflow, crossAxis: true }), hide(overflow)]
  return autoUpdate(reference, menu, async () => {
    const { x, y, middlewareData } = await computePosition(reference, menu, {
      placement: isBlock ? 'top-start' : 'top',
      middleware: [offset(8), !isBlock && flip(overflow), ...stay],
    })
    menu.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
    menu.style.visibility = middlewareData.hide?.referenceHidden ? 'hidden' : ''
  })
}
