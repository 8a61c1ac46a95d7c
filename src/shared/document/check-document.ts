import type { DocumentJson } from './document-json.ts'
import { schema } from './schema.ts'

/** Answers why a document does not fit the schema, or null when it does. */
export function documentProblem(json: unknown): string | null {
  try {
    const node = schema.nodeFromJSON(json as DocumentJson)
    if (node.type !== schema.topNodeType) return 'not a document'
    node.check()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export const emptyDocument: DocumentJson = { type: 'doc', content: [{ type: 'paragraph' }] }
