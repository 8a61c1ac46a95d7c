import type { TablerIcon } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import type { TFunction } from 'i18next'

/** What a command asks of the window around the text. */
export interface EditorSurroundings {
  /** Opens the field for the address of a link. */
  openLink(): void
  /** Lets the editor choose picture files for the place of the caret. */
  pickImages(): void
  /** In this article; with the line for replacing on request. */
  openFind(withReplace?: boolean): void
  /** Offers the pictures of the library for the place of the caret. */
  pickFromLibrary(): void
  /** Opens the selected picture to be edited. */
  editPicture(): void
  /** Opens the panel where a comment on the selection is written. */
  comment(): void
  /** Turns edits into suggestions, or stops doing so. */
  toggleSuggesting(): void
  /** Asks for the name of a snippet that is to hold the selection. */
  saveSnippet(): void
  /** Asks for the name of a template that begins as this article stands. */
  saveTemplate(): void
  duplicateArticle(): void
  toggleFocusMode(): void
  toggleFullScreen(): void
  /** Asks what to show beside the article. */
  openBeside(): void
  /** Brings the focus to the other of two articles. */
  otherSide(): void
}

/** Commands of the last few groups are about the block with the caret; see `BlockMenu`. */
export type CommandGroup =
  | 'history'
  | 'mark'
  | 'turnInto'
  | 'list'
  | 'align'
  | 'insert'
  | 'paste'
  | 'review'
  | 'block'
  | 'tool'
  | 'article'
  | 'view'
  | 'table'
  | 'image'
  | 'gallery'
  | 'callout'
  | 'details'

/** Names of commands are in these namespaces. */
export const commandWords = ['editor', 'blocks', 'media', 'paste', 'review', 'writing'] as const
export type CommandText = TFunction<typeof commandWords>

/**
 * Something that can be done to the text. Told once, it is in the toolbar, the menu of the selection, the slash menu,
 * the command palette and the list of shortcuts.
 */
export interface EditorCommand {
  readonly id: string
  readonly group: CommandGroup
  readonly label: (t: CommandText) => string
  readonly icon: TablerIcon
  /** As people press it, e.g. `Mod+B`. */
  readonly keys?: string
  /** Its keys work wherever the focus is: in the title, and in the fields of blocks. */
  readonly anywhere?: boolean
  /** Offered by the slash menu. Its name finds it, in pinyin too; so do these words. */
  readonly slash?: readonly string[]
  isActive?(editor: Editor): boolean
  isEnabled?(editor: Editor): boolean
  run(editor: Editor, around: EditorSurroundings): void
}
