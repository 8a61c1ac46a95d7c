import type { DocumentJson, NodeJson } from '../../../src/shared/document/document-json.ts'

const text = (value: string): NodeJson[] => (value ? [{ type: 'text', text: value }] : [])

/** A document of paragraphs; a string that begins with `## ` is a heading of level 2, anything else a node as given. */
export const buildDocument = (...blocks: (string | NodeJson)[]): DocumentJson => ({
  type: 'doc',
  content: (blocks.length > 0 ? blocks : ['']).map((block) => {
    if (typeof block !== 'string') return block
    if (block.startsWith('## ')) {
      return { type: 'heading', attrs: { level: 2 }, content: text(block.slice(3)) }
    }
    return { type: 'paragraph', content: text(block) }
  }),
})
