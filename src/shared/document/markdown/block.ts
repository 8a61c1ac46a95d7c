import type { NodeDefinition, RenderContext } from '../definition.ts'
import type { NodeJson } from '../document-json.ts'
import { renderNode } from '../render-html.ts'
import type { InlineState } from './inline.ts'
import { inlineMarkdown } from './inline.ts'

export interface MarkdownContext extends RenderContext {
  /** Width and height in pixels of a picture's file: what an article's picture has unless it was changed. */
  naturalSize?(id: string): { width: number; height: number } | null
}

/** A document on its way to Markdown. */
export interface MarkdownState extends MarkdownContext {
  /** The notes so far. */
  readonly notes: (readonly NodeJson[])[]
  readonly inList?: boolean
}

export const inlineState = (state: MarkdownState, oneLine = false): InlineState => ({
  oneLine,
  note: (content) => state.notes.push(content),
})

export const inlineOf = (node: NodeJson, state: MarkdownState, oneLine = false): string =>
  inlineMarkdown(node.content ?? [], inlineState(state, oneLine))

/** What Markdown has no words for, as HTML that the importers read: one block, no blank line in it. */
export function htmlBlock(node: NodeJson, state: MarkdownState): string {
  const html = renderNode(node, {
    ...state,
    footnotes: [],
    notesInPlace: true,
    math: undefined,
    highlight: undefined,
  })
  return html
    .replace(/<pre>[\s\S]*?<\/pre>|"[^"]*"/g, (piece) => piece.replace(/\n/g, '&#10;'))
    .replace(/\n\s*/g, '\n')
    .trim()
}

export const isBlank = (node: NodeJson | undefined): boolean =>
  !node || (node.type === 'paragraph' && !node.attrs?.align && (node.content ?? []).length === 0)

export const textOf = (node: NodeJson): string => (node.content ?? []).map(({ text }) => text ?? '').join('')

export type Spec = NodeDefinition['spec']
