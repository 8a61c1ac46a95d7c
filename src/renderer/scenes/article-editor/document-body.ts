import type { Node } from '@tiptap/pm/model'
import type { DocumentJson } from '#shared/document/document-json.ts'
import type { Body } from './draft/body.ts'

const known = new WeakMap<Node, DocumentJson>()

/** The document of a text editor for the draft; made into JSON once, and only when somebody reads it. */
export const documentBody = (doc: Node): Body => ({
  identity: doc,
  read() {
    const json = known.get(doc) ?? (doc.toJSON() as DocumentJson)
    known.set(doc, json)
    return json
  },
})
