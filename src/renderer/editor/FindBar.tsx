import { ActionIcon, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useComposingValue } from '../ui/use-composing-value.ts'
import classes from './editor.module.css'
import { findState, setFindQuery, stepFind } from './find.ts'

interface Props {
  editor: Editor
  onClose: () => void
}

/** What is selected, when it is something to look for. */
function selectedLine({ state: { doc, selection } }: Editor): string {
  const text = doc.textBetween(selection.from, selection.to, '\n')
  return text.length < 60 && !text.includes('\n') ? text : ''
}

/** Begins with what is selected; mounted anew each time somebody asks to find. */
export function FindBar({ editor, onClose }: Props) {
  const { t } = useTranslation('editor')
  const start = useRef(selectedLine(editor))
  const [query, setQuery] = useState(start.current)
  const input = useRef<HTMLInputElement>(null)
  const field = useComposingValue(query, (text) => {
    setQuery(text)
    setFindQuery(editor.view, text)
  })
  const { count, active } = useEditorState({
    editor,
    selector: () => {
      const { matches, active } = findState(editor.state)
      return { count: matches.length, active }
    },
  })

  useEffect(() => {
    setFindQuery(editor.view, start.current)
    input.current?.select()
  }, [editor])

  useEffect(() => () => void (editor.isDestroyed || setFindQuery(editor.view, '')), [editor])

  const close = () => {
    onClose()
    editor.commands.focus()
  }

  return (
    <search className={classes.findBar}>
      <TextInput
        ref={input}
        value={field.value}
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        w={240}
        onChange={(event) => field.change(event.currentTarget.value)}
        {...field.composition}
        onKeyDown={(event) => {
          // Enter and Escape belong to the input method while it composes.
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') stepFind(editor.view, event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') close()
          else return
          event.preventDefault()
        }}
      />
      <span className={classes.findCount} role="status">
        {query === '' ? '' : count === 0 ? t('find.none') : t('find.position', { active: active + 1, count })}
      </span>
      <ActionIcon
        size={26}
        disabled={count === 0}
        aria-label={t('find.previous')}
        onClick={() => stepFind(editor.view, -1)}
      >
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon
        size={26}
        disabled={count === 0}
        aria-label={t('find.next')}
        onClick={() => stepFind(editor.view, 1)}
      >
        <IconChevronDown size={16} />
      </ActionIcon>
      <ActionIcon size={26} aria-label={t('find.close')} onClick={close}>
        <IconX size={16} />
      </ActionIcon>
    </search>
  )
}
