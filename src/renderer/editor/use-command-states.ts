import { type Editor, useEditorState } from '@tiptap/react'
import type { EditorCommand } from './commands/command.ts'

export interface CommandState {
  active: boolean | undefined
  disabled: boolean
}

/** Whether each command is on and possible at the caret; renders again only when one of them changes. */
export const useCommandStates = (editor: Editor, commands: readonly EditorCommand[]): CommandState[] =>
  useEditorState({
    editor,
    selector: () =>
      commands.map((command) => ({
        active: command.isActive?.(editor),
        disabled: command.isEnabled?.(editor) === false,
      })),
  })
