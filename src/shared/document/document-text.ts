import type { DocumentJson, NodeJson } from './document-json.ts'

const texts = new WeakMap<NodeJson, string>()

function blockText(block: NodeJson): string {
  const text = texts.get(block) ?? JSON.stringify(block)
  texts.set(block, text)
  return text
}

/**
 * A document as JSON text. The text of a block is kept as long as the block: from one keystroke to the next all but one
 * are the same objects. JSON of documents is never changed in place.
 */
export function documentText(doc: DocumentJson): string {
  const { content, ...rest } = doc
  const around = JSON.stringify(rest)
  if (!content) return around
  return `${around.slice(0, -1)},"content":[${content.map(blockText).join(',')}]}`
}
