import { type Editor, isTextSelection, useEditorState } from '@tiptap/react'
import { memo, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLinkedArticle } from '../api/use-linked-article.ts'
import type { EditorSurroundings } from './commands/command.ts'
import { editorCommands } from './commands/index.ts'
import classes from './editor.module.css'
import { FloatingTools, type TextRange } from './FloatingTools.tsx'

interface Props {
  editor: Editor
  around: EditorSurroundings
  openLink: (href: string) => void
}

const commands = editorCommands.filter(({ id, group }) => group === 'mark' || id === 'comment')

/** Selected text, or the place of the caret in a link. */
function rangeWithTools(editor: Editor): TextRange | null {
  const { selection, doc } = editor.state
  if (editor.view.composing || !isTextSelection(selection) || selection.$from.parent.type.spec.code)
    return null
  const { from, to } = selection
  const hasTools = from === to ? editor.isActive('link') : doc.textBetween(from, to).length > 0
  return hasTools ? { from, to } : null
}

/** ms; whoever selects with the mouse is not followed at each letter. */
const patience = 120

/** The range once it has stood for a moment. */
function useSettled(range: TextRange | null): TextRange | null {
  const [settled, setSettled] = useState(range)
  useEffect(() => {
    if (!range) return setSettled(null)
    const timer = setTimeout(() => setSettled(range), patience)
    return () => clearTimeout(timer)
  }, [range])
  return range && settled
}

/** Marks and link for the selection, above it. */
export const SelectionMenu = memo(function SelectionMenu({ editor, around, openLink }: Props) {
  const { t } = useTranslation('editor')
  const range = useEditorState({ editor, selector: () => rangeWithTools(editor) })
  const href = useEditorState({
    editor,
    selector: () => (range && editor.isActive('link') ? String(editor.getAttributes('link').href) : null),
  })
  return (
    <FloatingTools
      editor={editor}
      around={around}
      commands={commands}
      label={t('selectionTools')}
      anchor={useSettled(range)}
    >
      {href !== null && <LinkAddress href={href} openLink={openLink} />}
    </FloatingTools>
  )
})

function LinkAddress({ href, openLink }: Pick<Props, 'openLink'> & { href: string }) {
  const { t } = useTranslation('editor')
  const article = useLinkedArticle(href)
  return (
    <button
      type="button"
      className={classes.linkAddress}
      title={t('link.open')}
      onClick={() => openLink(href)}
    >
      {article === undefined ? href : (article?.title ?? t('link.gone'))}
    </button>
  )
}
