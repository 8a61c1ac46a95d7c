import type { NodeDefinition } from '../definition.ts'

export const hardBreak: NodeDefinition = {
  spec: {
    group: 'inline',
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
  },
  renderHtml: () => '<br>',
  plainText: () => '\n',
}
