import { insertCommands, listCommands, toolCommands, turnIntoCommands } from './blocks.ts'
import type { EditorCommand } from './command.ts'
import { historyCommands } from './history.ts'
import { markCommands } from './marks.ts'
import { richCommands } from './rich.ts'

/** Every command of the text editor, in the order in which menus show them. */
export const editorCommands: readonly EditorCommand[] = [
  ...historyCommands,
  ...turnIntoCommands,
  ...markCommands,
  ...listCommands,
  ...insertCommands,
  ...richCommands,
  ...toolCommands,
]
