import type { NodeJson } from '../document/document-json.ts'
import { withoutComments } from '../document/published-document.ts'
import { canonicalJson } from './canonical-json.ts'
import { textTokens } from './text-tokens.ts'

/** The smallest piece of a text block: a token of its text, or something that stands in it. */
export interface InlineToken {
  /** Equal for tokens that read the same, whatever their marks; the text itself where it is text. */
  key: string
  marks: string
  /** The marks that are part of the text: where comments stand is not. */
  shown: string
  source: NodeJson
}

export function inlineTokens(content: readonly NodeJson[] | undefined): InlineToken[] {
  const tokens: InlineToken[] = []
  for (const source of content ?? []) {
    const marks = source.marks ? canonicalJson(source.marks) : ''
    const shown = source.marks ? canonicalJson(withoutComments(source).marks ?? []).replace('[]', '') : ''
    if (source.text === undefined) {
      const { marks: _, ...unmarked } = source
      // No text begins like this.
      tokens.push({ key: `\0${canonicalJson(unmarked)}`, marks, shown, source })
    } else for (const key of textTokens(source.text)) tokens.push({ key, marks, shown, source })
  }
  return tokens
}

export const lengthOf = ({ key, source }: InlineToken): number => (source.text === undefined ? 1 : key.length)

/** Tokens as the nodes that they are parts of. */
export function nodesOf(tokens: readonly InlineToken[]): NodeJson[] {
  const nodes: NodeJson[] = []
  for (let from = 0, to = 0; from < tokens.length; from = to) {
    const { source, marks } = tokens[from] as InlineToken
    to = from + 1
    if (source.text === undefined) {
      nodes.push(source)
      continue
    }
    const continues = (token: InlineToken | undefined) =>
      token !== undefined && token.source.text !== undefined && token.marks === marks
    while (continues(tokens[to])) to++
    nodes.push({
      ...source,
      text: tokens
        .slice(from, to)
        .map(({ key }) => key)
        .join(''),
    })
  }
  return nodes
}
