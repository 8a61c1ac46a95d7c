import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection } from '@tiptap/pm/state'

export interface BlockAround {
  node: Node
  /** Where it begins. */
  position: number
}

/** The innermost block of one of these types that is selected or around the caret. */
export function blockAround({ selection }: EditorState, ...types: string[]): BlockAround | null {
  if (selection instanceof NodeSelection && types.includes(selection.node.type.name))
    return { node: selection.node, position: selection.from }
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (types.includes(node.type.name)) return { node, position: $from.before(depth) }
  }
  return null
}
