import type { MarkDefinition } from '../definition.ts'

export const bold: MarkDefinition = {
  spec: {
    parseDOM: [
      { tag: 'strong' },
      // Some programs wrap whole pastes in a b that is not bold.
      { tag: 'b', getAttrs: (element) => (element.style?.fontWeight === 'normal' ? false : null) },
      { style: 'font-weight', getAttrs: (value) => (/^(bold(er)?|[6-9]\d\d)$/.test(value) ? null : false) },
    ],
  },
  renderHtml: (_mark, children) => `<strong>${children}</strong>`,
}

export const italic: MarkDefinition = {
  spec: { parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }] },
  renderHtml: (_mark, children) => `<em>${children}</em>`,
}

export const underline: MarkDefinition = {
  spec: { parseDOM: [{ tag: 'u' }, { style: 'text-decoration=underline' }] },
  renderHtml: (_mark, children) => `<u>${children}</u>`,
}

export const strike: MarkDefinition = {
  spec: {
    parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }, { style: 'text-decoration=line-through' }],
  },
  renderHtml: (_mark, children) => `<s>${children}</s>`,
}

export const code: MarkDefinition = {
  // Every other form, but neither comments nor suggestions.
  spec: {
    excludes: 'link highlight bold italic underline strike superscript subscript code',
    code: true,
    parseDOM: [{ tag: 'code' }],
  },
  renderHtml: (_mark, children) => `<code>${children}</code>`,
}
