import { Button, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconChevronUp, IconX } from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textPattern } from '#shared/document/find/text-pattern.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useComposingValue } from '../ui/use-composing-value.ts'
import classes from './editor.module.css'
import { FindOptionButtons } from './FindOptionButtons.tsx'
import { findState, replaceActive, replaceAll, setFindQuery, stepFind } from './find.ts'
import { type FindQuery, noQuery } from './find-query.ts'

interface Props {
  editor: Editor
  /** With the line for replacing. */
  replacing: boolean
  onReplacing: (replacing: boolean) => void
  /** Goes on in the whole library. */
  onLibrary: (query: FindQuery) => void
  onClose: () => void
}

/** What is selected, when it is something to look for. */
function selectedLine({ state: { doc, selection } }: Editor): string {
  const text = doc.textBetween(selection.from, selection.to, '\n')
  return text.length < 60 && !text.includes('\n') ? text : ''
}

/** Keys of the two fields; those of a composition belong to the input method. */
const keys = (onEnter: (event: KeyboardEvent) => void, onEscape: () => void) => (event: KeyboardEvent) => {
  if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
  event.preventDefault()
  if (event.key === 'Enter') onEnter(event)
  else onEscape()
}

/** Find and replace in the article. Begins with what is selected; mounted anew each time somebody asks to find. */
export function FindBar({ editor, replacing, onReplacing, onLibrary, onClose }: Props) {
  const { t } = useTranslation('finding')
  const [asked, setAsked] = useState<FindQuery>(() => ({
    ...noQuery,
    query: selectedLine(editor),
  }))
  const [replaced, setReplaced] = useState<number | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const ask = (change: Partial<FindQuery>) => {
    const next = { ...asked, ...change }
    setAsked(next)
    setReplaced(null)
    setFindQuery(editor.view, next)
  }
  const query = useComposingValue(asked.query, (text) => ask({ query: text }))
  const replacement = useComposingValue(asked.replacement, (text) => ask({ replacement: text }))
  const { count, active } = useEditorState({
    editor,
    selector: () => {
      const { matches, active } = findState(editor.state)
      return { count: matches.length, active }
    },
  })
  const wrong = asked.query !== '' && !textPattern(asked.query, asked.options)

  const start = useRef(asked)
  useEffect(() => {
    setFindQuery(editor.view, start.current)
    input.current?.select()
  }, [editor])
  useEffect(
    () => () => void (editor.isDestroyed || setFindQuery(editor.view, { ...start.current, query: '' })),
    [editor],
  )

  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const all = () => setReplaced(replaceAll(editor.view))
  const status = () => {
    if (replaced !== null) return t('replaced', { count: replaced })
    if (asked.query === '' || wrong) return ''
    return count === 0 ? t('none') : t('position', { active: active + 1, count })
  }

  return (
    <search className={classes.findPanel}>
      <IconButton
        size={22}
        label={t('replace')}
        icon={replacing ? IconChevronDown : IconChevronRight}
        iconSize={15}
        aria-expanded={replacing}
        onClick={() => onReplacing(!replacing)}
      />
      <div className={classes.findLines}>
        <div className={classes.findLine}>
          <TextInput
            ref={input}
            value={query.value}
            aria-label={t('query')}
            placeholder={t('inArticle')}
            error={wrong && t('wrongPattern')}
            className={classes.findField}
            rightSectionWidth={74}
            rightSection={
              <FindOptionButtons options={asked.options} onChange={(options) => ask({ options })} />
            }
            onChange={(event) => query.change(event.currentTarget.value)}
            {...query.composition}
            onKeyDown={keys((event) => stepFind(editor.view, event.shiftKey ? -1 : 1), close)}
          />
          <IconButton
            size={26}
            disabled={count === 0}
            label={t('previous')}
            icon={IconChevronUp}
            onClick={() => stepFind(editor.view, -1)}
          />
          <IconButton
            size={26}
            disabled={count === 0}
            label={t('next')}
            icon={IconChevronDown}
            onClick={() => stepFind(editor.view, 1)}
          />
          <span className={classes.findCount} role="status">
            {status()}
          </span>
        </div>
        {replacing && (
          <div className={classes.findLine}>
            <TextInput
              value={replacement.value}
              aria-label={t('replacement')}
              placeholder={t('replacement')}
              className={classes.findField}
              onChange={(event) => replacement.change(event.currentTarget.value)}
              {...replacement.composition}
              onKeyDown={keys(
                (event) => (event.ctrlKey || event.metaKey ? all() : replaceActive(editor.view)),
                close,
              )}
            />
            <Button
              size="compact-xs"
              variant="default"
              disabled={count === 0}
              onClick={() => replaceActive(editor.view)}
            >
              {t('replaceOne')}
            </Button>
            <Button size="compact-xs" variant="default" disabled={count === 0} onClick={all}>
              {t('replaceAll')}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => onLibrary(asked)}>
              {t('inLibrary')}
            </Button>
          </div>
        )}
      </div>
      <IconButton size={26} label={t('close')} icon={IconX} onClick={close} />
    </search>
  )
}
