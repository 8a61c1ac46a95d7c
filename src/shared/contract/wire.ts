import { isDocument } from '../document/document-json.ts'
import { documentText } from '../document/document-text.ts'

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
