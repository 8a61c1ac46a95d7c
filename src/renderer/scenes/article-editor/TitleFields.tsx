import type { Editor } from '@tiptap/react'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { focusStart } from '../../editor/focus-ends.ts'
import { useComposingValue } from '../../ui/use-composing-value.ts'
import classes from './ArticleEditor.module.css'
import type { Draft } from './draft/draft.ts'
import { useDraftState } from './draft/use-draft.ts'

const oneLine = (text: string) => text.replace(/[\r\n]+$/, '').replace(/\s*[\r\n]+\s*/g, ' ')

/** Title and dek above the body: they grow with their text, and Enter goes on to what follows. */
export const TitleFields = memo(function TitleFields({
  draft,
  editor,
  isSecond,
}: {
  draft: Draft
  editor: Editor
  isSecond: boolean
}) {
  const { t } = useTranslation('editor')
  const titleRef = useRef<HTMLTextAreaElement>(null)
  const title = useComposingValue(
    useDraftState(draft, (state) => state.fields.title),
    (text) => draft.change({ title: oneLine(text).slice(0, 500) }),
  )
  const dek = useComposingValue(
    useDraftState(draft, (state) => state.fields.dek),
    (text) => draft.change({ dek: oneLine(text).slice(0, 2000) }),
  )

  // A new article begins with its title.
  useEffect(() => {
    const { title, dek } = draft.getState().fields
    if (title === '' && dek === '' && !isSecond) titleRef.current?.focus()
  }, [draft, isSecond])

  const onward = (go: () => void) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter belongs to the input method while it composes.
    if (event.nativeEvent.isComposing) return
    const atEnd = event.currentTarget.selectionStart === event.currentTarget.value.length
    if (event.key !== 'Enter' && !(event.key === 'ArrowDown' && atEnd)) return
    event.preventDefault()
    go()
  }

  return (
    <>
      <textarea
        ref={titleRef}
        className={classes.title}
        rows={1}
        value={title.value}
        onChange={(event) => title.change(event.currentTarget.value)}
        {...title.composition}
        onKeyDown={onward(() => focusStart(editor.view))}
        placeholder={t('titlePlaceholder')}
        aria-label={t('titleLabel')}
        spellCheck={false}
        data-field="title"
      />
      <textarea
        className={classes.dek}
        rows={1}
        value={dek.value}
        onChange={(event) => dek.change(event.currentTarget.value)}
        {...dek.composition}
        onKeyDown={onward(() => focusStart(editor.view))}
        placeholder={t('dekPlaceholder')}
        aria-label={t('dekLabel')}
        spellCheck={false}
        data-field="dek"
      />
    </>
  )
})
