import { alignCommands } from './align.ts'
import { blockCommands } from './block.ts'
import { insertCommands, listCommands, toolCommands, turnIntoCommands } from './blocks.ts'
import { calloutCommands, detailsCommands } from './boxes.ts'
import type { EditorCommand } from './command.ts'
import { historyCommands } from './history.ts'
import { libraryPictureCommands } from './library-pictures.ts'
import { markCommands } from './marks.ts'
import { pasteCommands } from './paste.ts'
import { galleryCommands, imageCommands } from './pictures.ts'
import { reviewCommands } from './review.ts'
import { richCommands } from './rich.ts'
import { tableCommands } from './table.ts'
import { articleCommands, viewCommands } from './view.ts'

/** Every command of the text editor, in the order in which menus show them. */
export const editorCommands: readonly EditorCommand[] = [
  ...historyCommands,
  ...turnIntoCommands,
  ...markCommands,
  ...listCommands,
  ...alignCommands,
  ...insertCommands,
  ...libraryPictureCommands,
  ...richCommands,
  ...pasteCommands,
  ...reviewCommands,
  ...blockCommands,
  ...toolCommands,
  ...articleCommands,
  ...viewCommands,
  ...tableCommands,
  ...imageCommands,
  ...galleryCommands,
  ...calloutCommands,
  ...detailsCommands,
]
