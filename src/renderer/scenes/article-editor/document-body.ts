import type { Node } from '@tiptap/pm/model'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import type { Body } from './draft/body.ts'

const documents = new WeakMap<Node, DocumentJson>()
const blocks = new WeakMap<Node, NodeJson>()

function blockJson(block: Node): NodeJson {
  const json = blocks.get(block) ?? (block.toJSON() as NodeJson)
  blocks.set(block, json)
  return json
}

/** The document of a text editor for the draft; made into JSON only when somebody reads it, and each block once. */
export const documentBody = (doc: Node): Body => ({
  identity: doc,
  read() {
    const json = documents.get(doc) ?? { type: 'doc', content: doc.children.map(blockJson) }
    documents.set(doc, json)
    return json
  },
})
