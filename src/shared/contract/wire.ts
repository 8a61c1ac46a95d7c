import type { DocumentJson } from '../document/document-json.ts'
import { documentText } from '../document/document-text.ts'

const isDocument = (value: unknown): value is DocumentJson =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc'

/**
 * What both ends of every transport are made with. Documents travel as JSON text: oRPC looks at each value of a message,
 * and a long article has tens of thousands.
 */
export const wire = {
  customJsonSerializers: [
    {
      // oRPC's own types are below 20.
      type: 21,
      condition: isDocument,
      serialize: documentText,
      deserialize: (text: string): unknown => JSON.parse(text),
    },
  ],
}
