import type { RenderContext } from '#shared/document/definition.ts'
import { formula } from './formula.ts'
import { highlightedCode } from './highlighted-code.ts'

/** What every rendering of a body is given, at a save as in a preview: the same document is the same HTML. */
export const renderContext = (mediaUrl: RenderContext['mediaUrl']): RenderContext => ({
  mediaUrl,
  math: formula,
  highlight: highlightedCode,
})
