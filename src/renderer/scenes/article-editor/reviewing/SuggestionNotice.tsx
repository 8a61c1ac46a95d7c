import { Button } from '@mantine/core'
import { IconPencilQuestion } from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { suggestAs, suggestingAs } from '../../../editor/review/suggestion-mode.ts'
import classes from './Reviewing.module.css'

/** That edits are suggestions now must not go unnoticed. */
export function SuggestionNotice({ editor }: { editor: Editor }) {
  const { t } = useTranslation('review')
  const on = useEditorState({ editor, selector: () => suggestingAs(editor.state) !== null })
  if (!on) return null
  return (
    <div className={classes.notice} role="status">
      <IconPencilQuestion size={15} stroke={1.7} aria-hidden />
      {t('suggestions.on')}
      <Button
        size="compact-xs"
        variant="subtle"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => suggestAs(editor.view, null)}
      >
        {t('suggestions.off')}
      </Button>
    </div>
  )
}
