import { Menu } from '@mantine/core'
import { IconGripVertical, IconReplace } from '@tabler/icons-react'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/IconButton.tsx'
import { shortcut } from '../../ui/shortcut.ts'
import { commandWords, type EditorCommand, type EditorSurroundings } from '../commands/command.ts'
import { editorCommands } from '../commands/index.ts'
import classes from './BlockHandle.module.css'
import { blockAt } from './block-at.ts'
import { startDrag } from './start-drag.ts'

interface Props {
  editor: Editor
  around: EditorSurroundings
  /** What the text stands in; the handle goes into its margin. */
  paper: RefObject<HTMLElement | null>
}

interface Place {
  position: number
  top: number
  left: number
}

const turnInto = editorCommands.filter(({ group }) => group === 'turnInto' || group === 'list')
const changes = editorCommands.filter(({ group }) => group === 'block')

/** Beside the block under the pointer: drags it, and opens a menu of what can be done to it. */
export const BlockHandle = memo(function BlockHandle({ editor, around, paper }: Props) {
  const { t } = useTranslation(commandWords)
  const [place, setPlace] = useState<Place | null>(null)
  const [opened, setOpened] = useState(false)
  const stays = useRef(false)
  stays.current = opened

  useEffect(() => {
    const sheet = paper.current
    if (!sheet) return
    let frame = 0
    const look = (target: EventTarget | null, y: number) => {
      const { view } = editor
      if (stays.current || view.composing || view.dragging) return
      if (target instanceof Element && target.closest('[data-block-handle]')) return
      const block = blockAt(view, target, y)
      if (!block) return setPlace(null)
      const box = block.dom.getBoundingClientRect()
      const line = Number.parseFloat(getComputedStyle(block.dom).lineHeight) || 24
      const origin = sheet.getBoundingClientRect()
      // List items are beside their marker; a task's box stands inside its item.
      const marker = block.dom.tagName === 'LI' && block.dom.dataset.type !== 'taskItem' ? 22 : 0
      const next = {
        position: block.position,
        top: box.top - origin.top + Math.max(0, (Math.min(line, box.height) - 24) / 2),
        left: Math.max(2, box.left - origin.left - 26 - marker),
      }
      setPlace((old) =>
        old && old.position === next.position && old.top === next.top && old.left === next.left ? old : next,
      )
    }
    let before = ''
    const onMove = ({ target, clientY, screenX, screenY }: MouseEvent) => {
      // Browsers send these too when the text moves under a pointer that rests: nobody asks for the handle then.
      const now = `${screenX} ${screenY}`
      if (now === before) return
      before = now
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => !editor.isDestroyed && look(target, clientY))
    }
    const hide = () => {
      cancelAnimationFrame(frame)
      if (!stays.current) setPlace(null)
    }
    const onChange = () => {
      setPlace(null)
      setOpened(false)
    }
    sheet.addEventListener('mousemove', onMove)
    sheet.addEventListener('mouseleave', hide)
    editor.on('update', onChange)
    return () => {
      cancelAnimationFrame(frame)
      sheet.removeEventListener('mousemove', onMove)
      sheet.removeEventListener('mouseleave', hide)
      editor.off('update', onChange)
    }
  }, [editor, paper])

  if (!place) return null
  const { view } = editor
  const block = view.state.doc.nodeAt(place.position)
  if (!block) return null
  const run = (command: EditorCommand) => {
    const { doc, tr } = view.state
    const inText = TextSelection.findFrom(doc.resolve(place.position), 1, true)
    const inside = inText && inText.from < place.position + block.nodeSize
    view.dispatch(tr.setSelection(inside ? inText : NodeSelection.create(doc, place.position)))
    setPlace(null)
    command.run(editor, around)
  }
  const item = (command: EditorCommand) => (
    <Menu.Item
      key={command.id}
      c={command.id === 'deleteBlock' ? 'var(--mantine-color-error)' : undefined}
      leftSection={<command.icon size={15} stroke={1.6} aria-hidden />}
      rightSection={
        command.group === 'block' && command.keys ? (
          <span className={classes.keys}>{shortcut(command.keys)}</span>
        ) : undefined
      }
      onClick={() => run(command)}
    >
      {command.label(t)}
    </Menu.Item>
  )

  return (
    <div
      className={classes.place}
      style={{ top: place.top, left: place.left }}
      data-block-handle
      contentEditable={false}
    >
      <Menu
        opened={opened}
        onChange={(open) => {
          setOpened(open)
          if (!open) setPlace(null)
        }}
        position="bottom-start"
        returnFocus={false}
        width={230}
      >
        <Menu.Target>
          <IconButton
            className={classes.handle}
            size={24}
            tabIndex={-1}
            label={t('writing:block.handle')}
            icon={IconGripVertical}
            tip={t('writing:block.hint')}
            draggable
            onDragStart={(event) => startDrag(view, place.position, event)}
            onDragEnd={() => {
              view.dragging = null
              setPlace(null)
            }}
          />
        </Menu.Target>
        <Menu.Dropdown>
          {(block.isTextblock || /List|Item|blockquote/i.test(block.type.name)) && (
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item leftSection={<IconReplace size={15} stroke={1.6} aria-hidden />}>
                  {t('writing:block.turnInto')}
                </Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown>{turnInto.map(item)}</Menu.Sub.Dropdown>
            </Menu.Sub>
          )}
          {changes.map(item)}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
})
