import type { MarkSpec, NodeSpec } from 'prosemirror-model'
import type { MarkJson, NodeJson } from './document-json.ts'

/** What a page knows that a document does not. */
export interface RenderContext {
  /** Address of a media file relative to the page; null when the library does not have it. */
  mediaUrl(id: string): string | null
  /** A formula as MathML; null when it is not LaTeX. Without it formulas are shown as they are written. */
  math?(latex: string, display: boolean): string | null
  /** Code as HTML with a class per kind of word; null for an unknown language. */
  highlight?(code: string, language: string): string | null
  /**
   * Address of another article of the library by its uid, null for its text alone. Without it links keep the uid; see
   * `resolveArticleLinks`.
   */
  articleUrl?(uid: string): string | null
  /** Notes stay where they are referred to, for readers that take them from there. */
  readonly notesInPlace?: boolean
  /** Also what a published page leaves out: empty paragraphs and formulas, pictures that are not in the library. */
  readonly complete?: boolean
}

/** A rendering that is going on. */
export interface RenderState extends RenderContext {
  /** The notes so far, as HTML, in the order of their numbers. */
  readonly footnotes: string[]
}

/** One block or inline node: what it may hold, how it is read from HTML, how it is published. */
export interface NodeDefinition {
  readonly spec: NodeSpec
  /** HTML for publication. `children` is HTML already; everything else must be escaped here. */
  renderHtml(node: NodeJson, children: string, state: RenderState): string
  /** Plain text of its own, e.g. a caption: a line for search and counts after those of the blocks in it. */
  plainText?(node: NodeJson): string
}

export interface MarkDefinition {
  readonly spec: MarkSpec
  renderHtml(mark: MarkJson, children: string, state: RenderState): string
}
