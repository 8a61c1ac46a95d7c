import type { MarkDefinition } from '../definition.ts'

export const highlight: MarkDefinition = {
  spec: { parseDOM: [{ tag: 'mark' }] },
  renderHtml: (_mark, children) => `<mark>${children}</mark>`,
}
