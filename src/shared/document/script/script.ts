import type { MarkDefinition } from '../definition.ts'

export const superscript: MarkDefinition = {
  spec: { excludes: 'subscript superscript', parseDOM: [{ tag: 'sup' }, { style: 'vertical-align=super' }] },
  renderHtml: (_mark, children) => `<sup>${children}</sup>`,
}

export const subscript: MarkDefinition = {
  spec: { excludes: 'subscript superscript', parseDOM: [{ tag: 'sub' }, { style: 'vertical-align=sub' }] },
  renderHtml: (_mark, children) => `<sub>${children}</sub>`,
}
