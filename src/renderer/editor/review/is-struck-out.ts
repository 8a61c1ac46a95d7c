import type { Node } from '@tiptap/pm/model'

/** Whether somebody wants the node itself deleted, not only the boundary before it. */
export const isStruckOut = ({ marks }: Node): boolean =>
  marks.some(({ type, attrs }) => type.name === 'deletion' && !attrs.joined)
