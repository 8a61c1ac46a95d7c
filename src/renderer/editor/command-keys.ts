import { Extension } from '@tiptap/core'
import type { CommandGroup, EditorSurroundings } from './commands/command.ts'
import { editorCommands } from './commands/index.ts'

/** As ProseMirror's keymap writes it: `Mod+Shift+H` is `Mod-Shift-h`. */
const keymapName = (keys: string) =>
  keys.replace(/\+(.)$/, (_, key: string) => `+${key.toLowerCase()}`).replaceAll('+', '-')

/** Kept by others: the history, and the browser, which alone may always read the clipboard. */
const kept = new Set<CommandGroup>(['history', 'paste'])

/** The shortcuts of the commands, but for those that the window listens to. */
export const commandKeys = (around: EditorSurroundings) =>
  Extension.create({
    name: 'commandKeys',
    addKeyboardShortcuts() {
      const bound = editorCommands.flatMap((command) =>
        command.keys && !command.anywhere && !kept.has(command.group)
          ? [[keymapName(command.keys), command] as const]
          : [],
      )
      return Object.fromEntries(
        bound.map(([keys, command]) => [
          keys,
          ({ editor }) => {
            if (editor.view.composing || command.isEnabled?.(editor) === false) return false
            command.run(editor, around)
            return true
          },
        ]),
      )
    },
  })
