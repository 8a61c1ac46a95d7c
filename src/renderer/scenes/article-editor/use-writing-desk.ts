import { useHotkeys } from '@mantine/hooks'
import { useCallback, useEffect, useMemo } from 'react'
import { editorCommands } from '../../editor/commands/index.ts'
import { setFocusMode } from '../../editor/focus-mode.ts'
import { useWritingModes } from '../../ui/use-writing-modes.ts'
import { type ActiveDesk, activate, activeDesk, closeDesk, showDesk } from './active-desk.ts'

const commandsAnywhere = editorCommands.filter(({ anywhere }) => anywhere)

/** Escape where nothing else is open that it would close; the text itself always marks it as handled. */
const leaves = ({ key, target, isComposing, keyCode }: KeyboardEvent) =>
  key === 'Escape' &&
  !isComposing &&
  keyCode !== 229 &&
  target instanceof Element &&
  !target.closest('input, search, .article-body :is(figure, textarea)') &&
  !document.querySelector('[role=dialog], [role=menu], [role=listbox]')

/** What a desk has to do with its window: which one of two is written in, focus mode, full screen, shortcuts. */
export function useWritingDesk({ draft, editor, around }: ActiveDesk) {
  const desk = useMemo(() => ({ draft, editor, around }), [draft, editor, around])
  const { focus, fullScreen, toggleFullScreen } = useWritingModes()
  const isActive = useCallback(() => activeDesk()?.editor === editor, [editor])

  useEffect(() => () => closeDesk(editor), [editor])
  useEffect(() => showDesk(desk), [desk])
  useEffect(() => setFocusMode(editor.view, focus), [editor, focus])
  useHotkeys(
    commandsAnywhere.map(({ keys = '', run }) => [
      keys,
      (event) => {
        if (event.isComposing || !isActive()) return
        // The desk that gets the focus now must not take the key for its own.
        event.stopImmediatePropagation()
        run(editor, around)
      },
      { usePhysicalKeys: true },
    ]),
    [],
    true,
  )
  useEffect(() => {
    if (!fullScreen) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (isActive() && leaves(event)) toggleFullScreen()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [fullScreen, isActive, toggleFullScreen])

  return { isActive, fullScreen, onFocusCapture: () => activate(desk) }
}
