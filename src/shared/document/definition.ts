import type { MarkSpec, NodeSpec } from 'prosemirror-model'
import type { MarkJson, NodeJson } from './document-json.ts'

/** What a page knows that a document does not. */
export interface RenderContext {
  /** Address of a media file relative to the page; null when the library does not have it. */
  mediaUrl(id: string): string | null
}

/** One block or inline node: what it may hold, how it is read from HTML, how it is published. */
export interface NodeDefinition {
  readonly spec: NodeSpec
  /** HTML for publication. `children` is HTML already; everything else must be escaped here. */
  renderHtml(node: NodeJson, children: string, context: RenderContext): string
  /** Plain text for search and counts where it is not the text of the children, e.g. a caption. */
  plainText?(node: NodeJson): string
}

export interface MarkDefinition {
  readonly spec: MarkSpec
  renderHtml(mark: MarkJson, children: string): string
}
