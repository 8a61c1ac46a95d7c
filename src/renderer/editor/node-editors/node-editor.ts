import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { BlockText } from '../block-text.ts'

/** Nodes that are written in a small window of their own, and the video that is asked for by its address. */
export type EditedNode = 'mathInline' | 'mathBlock' | 'footnote' | 'embed'

/** Where a node editor stands, and its ways out. */
export interface NodeEditorPlace {
  readonly view: EditorView
  readonly text: BlockText
  /** Undefined for one that is still to be inserted at the selection. */
  readonly node: Node | undefined
  /** Where the node is now. */
  position(): number | undefined
  /** Writes, closes, and goes on in the text: after the node, or before it. */
  leave(side?: 'before' | 'after'): void
  /** Closes and leaves everything as it was. */
  cancel(): void
}

export interface NodeEditor {
  readonly dom: HTMLElement
  readonly label: string
  focus(): void
  /** Puts what was written into the document. `isLast`: the window closes with it. */
  write(isLast: boolean): void
  /** The node in the document has changed. */
  update?(node: Node): void
  destroy?(): void
}

export type CreateNodeEditor = (place: NodeEditorPlace) => NodeEditor
