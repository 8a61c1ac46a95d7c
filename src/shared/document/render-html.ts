import type { MarkDefinition, NodeDefinition, RenderContext, RenderState } from './definition.ts'
import type { MarkJson, NodeJson } from './document-json.ts'
import { renderFootnotes } from './footnote/footnote.ts'
import { publishedDocument } from './published-document.ts'
import { sameMark } from './same-mark.ts'
import { marks, nodes } from './schema.ts'

const nodeDefinitions = new Map<string, NodeDefinition>(Object.entries(nodes))
const markDefinitions = new Map<string, MarkDefinition>(Object.entries(marks))
export const inlineNodes = new Set(
  [...nodeDefinitions].flatMap(([name, { spec }]) => (spec.group === 'inline' ? name : [])),
)
const markOrder = new Map(Object.keys(marks).map((name, index) => [name, index]))

/** Inline content, with neighbours that share a mark inside one element. */
export function renderInline(content: readonly NodeJson[], depth: number, state: RenderState): string {
  let html = ''
  for (let index = 0; index < content.length; ) {
    const node = content[index] as NodeJson
    const mark = marksOf(node, state)[depth]
    if (!mark) {
      html += renderNode(node, state)
      index++
      continue
    }
    let end = index + 1
    while (end < content.length) {
      const next = marksOf(content[end] as NodeJson, state)[depth]
      if (!next || !sameMark(mark, next)) break
      end++
    }
    const children = renderInline(content.slice(index, end), depth + 1, state)
    html += markDefinitions.get(mark.type)?.renderHtml(mark, children, state) ?? children
    index = end
  }
  return html
}

const none: readonly MarkJson[] = []
/** The number of a footnote is a link of its own, in plain letters: no other goes around it. */
const marksOf = (node: NodeJson, { complete, notesInPlace }: RenderState): readonly MarkJson[] => {
  if (node.type !== 'footnote' || notesInPlace) return sortedMarks(node.marks)
  return complete ? sortedMarks(node.marks?.filter(({ type }) => type !== 'link')) : none
}
export const sortedMarks = (list: readonly MarkJson[] | undefined): readonly MarkJson[] => {
  if (!list || list.length === 0) return none
  if (list.length === 1) return list
  return [...list].sort((a, b) => (markOrder.get(a.type) ?? 0) - (markOrder.get(b.type) ?? 0))
}

export function renderNode(node: NodeJson, state: RenderState): string {
  const definition = nodeDefinitions.get(node.type)
  if (!definition) return ''
  const content = node.content
  let children = ''
  if (content && content.length > 0) {
    if (inlineNodes.has((content[0] as NodeJson).type)) children = renderInline(content, 0, state)
    else for (const child of content) children += renderNode(child, state)
  }
  return definition.renderHtml(node, children, state)
}

/**
 * The body of an article as HTML for publication: escaped by construction, unknown nodes and marks dropped, links
 * held to the allow-list. Comments and open suggestions are for editors only. The document is expected to fit the schema.
 */
export function renderDocumentHtml(doc: NodeJson, context: RenderContext): string {
  const footnotes: string[] = []
  return renderNode(publishedDocument(doc), { ...context, footnotes }) + renderFootnotes(footnotes)
}
