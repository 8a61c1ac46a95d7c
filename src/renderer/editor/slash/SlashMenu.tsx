import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom'
import { Paper } from '@mantine/core'
import { type Editor, useEditorState } from '@tiptap/react'
import { memo, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcut } from '../../ui/shortcut.ts'
import type { EditorSurroundings } from '../commands/command.ts'
import classes from './SlashMenu.module.css'
import { chooseSlash, closeSlash, handleSlashKeys, slashState } from './slash.ts'
import { type SlashItem, useSlashItems } from './use-slash-items.ts'

interface Props {
  editor: Editor
  around: EditorSurroundings
}

/** The commands of the text, under the stroke that asked for them. */
export const SlashMenu = memo(function SlashMenu({ editor, around }: Props) {
  const open = useEditorState({ editor, selector: () => slashState(editor.state) })
  return (
    open && <OpenMenu key={open.from} editor={editor} around={around} query={open.query} from={open.from} />
  )
})

function OpenMenu({ editor, around, query, from }: Props & { query: string; from: number }) {
  const { t } = useTranslation('writing')
  const listId = useId()
  const paper = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState({ query, index: 0 })
  const items = useSlashItems(editor, around, query)
  const index = chosen.query === query ? Math.min(chosen.index, items.length - 1) : 0
  const optionId = (at: number) => `${listId}-${at}`
  const choose = (item: SlashItem | undefined) => item && chooseSlash(editor.view, item.run)

  useEffect(() =>
    handleSlashKeys(editor.view, (event) => {
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (event.key === 'Escape') closeSlash(editor.view)
      else if (event.ctrlKey || event.metaKey || event.altKey || items.length === 0) return false
      else if (move) setChosen({ query, index: (index + move + items.length) % items.length })
      else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) choose(items[index])
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    }),
  )

  useLayoutEffect(() => {
    const floating = paper.current
    const { view } = editor
    if (!floating) return
    const stroke = {
      contextElement: view.dom,
      getBoundingClientRect: () => {
        const { left, top, bottom } = view.coordsAtPos(Math.min(from, view.state.doc.content.size))
        return new DOMRect(left, top, 0, bottom - top)
      },
    }
    return autoUpdate(stroke, floating, async () => {
      const { x, y } = await computePosition(stroke, floating, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          offset(6),
          // Where neither side has room for all of it, it is shorter and stays under the stroke.
          flip({ padding: 8, fallbackStrategy: 'initialPlacement' }),
          shift({ padding: 8 }),
          size({
            padding: 8,
            apply: ({ availableHeight }) => {
              floating.style.maxHeight = `${Math.min(360, Math.max(120, availableHeight))}px`
            },
          }),
        ],
      })
      floating.style.left = `${x}px`
      floating.style.top = `${y}px`
    })
  }, [editor, from])

  // The text keeps the focus: a screen reader follows the chosen command from there.
  const active = items.length > 0 ? optionId(index) : null
  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', listId)
    if (active) dom.setAttribute('aria-activedescendant', active)
    else dom.removeAttribute('aria-activedescendant')
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, listId, active])

  return (
    <Paper
      ref={paper}
      id={listId}
      role="listbox"
      aria-label={t('slash.label')}
      tabIndex={0}
      shadow="md"
      withBorder
      className={classes.menu}
      // The caret stays where it is.
      onMouseDown={(event) => event.preventDefault()}
    >
      {items.length === 0 && (
        <div className={classes.nothing} role="option" aria-selected={false} aria-disabled>
          {t('slash.nothing')}
        </div>
      )}
      {items.map((item, at) => (
        <div key={item.id} role="presentation">
          {query === '' && item.group !== items[at - 1]?.group && (
            <div className={classes.group} role="presentation">
              {item.group}
            </div>
          )}
          <div
            id={optionId(at)}
            className={classes.option}
            role="option"
            aria-selected={at === index}
            onMouseMove={() => at !== index && setChosen({ query, index: at })}
            onClick={() => choose(item)}
          >
            <item.icon size={17} stroke={1.6} aria-hidden />
            <span className={classes.label}>{item.label}</span>
            {item.keys && (
              <span className={classes.keys} aria-hidden>
                {shortcut(item.keys)}
              </span>
            )}
          </div>
        </div>
      ))}
    </Paper>
  )
}
