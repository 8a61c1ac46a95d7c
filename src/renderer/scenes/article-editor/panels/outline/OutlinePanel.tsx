import { IconListTree } from '@tabler/icons-react'
import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { type DragEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { entryAt, moveSection, outlineOf, sectionEnd, stepTarget } from '../../../../editor/outline.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import classes from './OutlinePanel.module.css'
import { useOutline } from './use-outline.ts'

const isBelow = (event: DragEvent) => {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return event.clientY > top + height / 2
}

/** The headings as a tree: a press goes there, dragging or Alt with the arrows moves whole sections. */
export function OutlinePanel({ editor }: { editor: Editor }) {
  const { t } = useTranslation('writing')
  const { entries, caret } = useOutline(editor)
  const [focused, setFocused] = useState(0)
  const [over, setOver] = useState<{ index: number; below: boolean }>()
  const dragged = useRef<number>(null)
  const id = useId()
  const current = entryAt(entries, caret)
  const stop = Math.min(focused, entries.length - 1)

  const focus = (index: number) => {
    if (!entries[index]) return
    setFocused(index)
    document.getElementById(`${id}-${index}`)?.focus()
  }
  const go = (index: number) => {
    const { view } = editor
    const entry = outlineOf(view.state.doc)[index]
    if (!entry) return
    setFocused(index)
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, entry.position + 1)))
    const heading = view.nodeDOM(entry.position)
    if (heading instanceof Element) heading.scrollIntoView({ block: 'start' })
    view.focus()
  }
  const move = (index: number, target: number | null) => {
    if (target === null) return
    const { tr } = editor.state
    const length = sectionEnd(entries, index) - index
    if (!moveSection(tr, index, target)) return
    editor.view.dispatch(tr)
    const next = target > index ? target - length : target
    setFocused(next)
    // Once the tree shows the new order.
    setTimeout(() => document.getElementById(`${id}-${next}`)?.focus(), 250)
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (by && event.altKey) move(index, stepTarget(entries, index, by))
    else if (by) focus(index + by)
    else if (event.key === 'Home') focus(0)
    else if (event.key === 'End') focus(entries.length - 1)
    else if (event.key === 'Enter' || event.key === ' ') go(index)
    else return
    event.preventDefault()
  }
  const onDrop = (event: DragEvent, index: number) => {
    event.preventDefault()
    event.stopPropagation()
    if (dragged.current !== null) move(dragged.current, isBelow(event) ? index + 1 : index)
    dragged.current = null
    setOver(undefined)
  }

  if (entries.length === 0)
    return <EmptyState icon={IconListTree} title={t('outline.empty')} hint={t('outline.emptyHint')} />
  return (
    <>
      <div role="tree" aria-label={t('outline.label')} className={classes.tree}>
        {entries.map((entry, index) => (
          <div
            key={index}
            id={`${id}-${index}`}
            role="treeitem"
            className={classes.item}
            style={{ paddingLeft: 10 + entry.depth * 16 }}
            aria-level={entry.depth + 1}
            aria-selected={index === current}
            aria-current={index === current ? 'location' : undefined}
            data-over={over?.index === index ? (over.below ? 'below' : 'above') : undefined}
            tabIndex={index === stop ? 0 : -1}
            draggable
            onClick={() => go(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
            onDragStart={(event) => {
              dragged.current = index
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', entry.text)
            }}
            onDragOver={(event) => {
              if (dragged.current === null) return
              event.preventDefault()
              setOver({ index, below: isBelow(event) })
            }}
            onDragLeave={() => setOver(undefined)}
            onDragEnd={() => {
              dragged.current = null
              setOver(undefined)
            }}
            onDrop={(event) => onDrop(event, index)}
          >
            <span className={classes.text} data-untitled={entry.text === '' || undefined}>
              {entry.text || t('outline.untitled')}
            </span>
          </div>
        ))}
      </div>
      <p className={classes.hint}>{t('outline.hint')}</p>
    </>
  )
}
