import type { Extensions } from '@tiptap/core'
import { Dropcursor, Gapcursor, Selection, UndoRedo } from '@tiptap/extensions'
import type { Node } from '@tiptap/pm/model'
import { type CodeBlockLabels, codeBlock } from './code-block.ts'
import { compositions } from './compositions.ts'
import { find } from './find.ts'
import { type ImageLabels, image } from './image.ts'
import { markExtensions } from './marks.ts'
import { nodeExtensions } from './nodes.ts'
import { placeholder } from './placeholder.ts'
import { type UploadOptions, uploads } from './uploads.ts'

export interface EditorParts {
  labels: {
    placeholder: () => string
    taskDone: () => string
    codeBlock: CodeBlockLabels
    image: ImageLabels
  }
  mediaUrl: (id: string) => string
  uploads: UploadOptions
  openFind: () => void
  /** The document after a change that is worth keeping; see `compositions`. */
  settled: (doc: Node) => void
}

/** The nodes and marks alone: their schema equals the shared one. */
export const schemaExtensions = (parts: Pick<EditorParts, 'labels' | 'mediaUrl'>): Extensions => [
  ...nodeExtensions(parts.labels),
  codeBlock(parts.labels.codeBlock),
  image({ labels: parts.labels.image, mediaUrl: parts.mediaUrl }),
  ...markExtensions,
]

export const createExtensions = (parts: EditorParts): Extensions => [
  ...schemaExtensions(parts),
  UndoRedo.configure({ depth: 500 }),
  Dropcursor.configure({ width: 2, class: 'drop-cursor' }),
  Gapcursor,
  Selection.configure({ className: 'kept-selection' }),
  placeholder(parts.labels.placeholder),
  find(parts.openFind),
  uploads(parts.uploads),
  compositions(parts.settled),
]
