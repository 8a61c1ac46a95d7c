import type { MarkJson, NodeJson } from './document-json.ts'
import { joinTexts } from './join-texts.ts'
import { resolveSuggestions } from './suggestion/resolve-suggestions.ts'
import { suggestionMarks } from './suggestion/suggestion.ts'

/**
 * A document as readers get it: as it was before the suggestions that are still open, without the places of comments.
 * One that has neither is answered as it is.
 */
export function publishedDocument<T extends NodeJson>(doc: T): T {
  const found = editorialMarks(doc)
  const settled = found.suggestions ? resolveSuggestions(doc, () => 'reject') : doc
  return found.comments ? withoutComments(settled) : settled
}

function editorialMarks(doc: NodeJson) {
  const found = { comments: false, suggestions: false }
  const visit = (node: NodeJson) => {
    for (const { type } of node.marks ?? []) {
      if (type === 'comment') found.comments = true
      else if (suggestionMarks.has(type)) found.suggestions = true
    }
    node.content?.forEach(visit)
  }
  visit(doc)
  return found
}

const isComment = ({ type }: MarkJson) => type === 'comment'

/** For a copy, whose comments belong to the article that it was made from. */
export function withoutComments<T extends NodeJson>(node: T): T {
  let changed = false
  const content = node.content?.map((child) => {
    const next = withoutComments(child)
    if (next !== child) changed = true
    return next
  })
  const bare = changed && content ? { ...node, content: joinTexts(content) } : node
  if (!node.marks?.some(isComment)) return bare
  const marks = node.marks.filter((mark) => !isComment(mark))
  const { marks: _, ...rest } = bare
  return (marks.length > 0 ? { ...rest, marks } : rest) as T
}
