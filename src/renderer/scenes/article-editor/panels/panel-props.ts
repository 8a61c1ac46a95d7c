import type { Editor } from '@tiptap/react'
import type { Draft } from '../draft/draft.ts'

/** What every panel beside the text is given. */
export interface PanelProps {
  draft: Draft
  editor: Editor
}
