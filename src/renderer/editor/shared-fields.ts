import type { Attributes } from '@tiptap/core'
import { marks, nodes } from '#shared/document/schema.ts'

type NodeName = keyof typeof nodes
type MarkName = keyof typeof marks

/** `parseHTML` answers null so that only the shared parse rules decide; TipTap would read same-named HTML attributes. */
function attributes(attrs: Record<string, object> | null | undefined, keepOnSplit: boolean): Attributes {
  return Object.fromEntries(
    Object.entries(attrs ?? {}).map(([name, spec]) => [
      name,
      {
        ...('default' in spec ? { default: spec.default } : { default: undefined, isRequired: true }),
        ...('validate' in spec ? { validate: spec.validate as string } : {}),
        parseHTML: () => null,
        rendered: false,
        keepOnSplit,
      },
    ]),
  )
}

/** What a TipTap node takes from the shared schema, so that the editor's schema is the shared one. */
export function nodeFields(name: NodeName, { keepOnSplit = true } = {}) {
  const { spec } = nodes[name]
  return {
    ...(spec.content === undefined ? {} : { content: spec.content }),
    ...(spec.group === undefined ? {} : { group: spec.group }),
    ...(spec.marks === undefined ? {} : { marks: spec.marks }),
    inline: spec.inline ?? false,
    atom: spec.atom ?? false,
    selectable: spec.selectable ?? true,
    draggable: spec.draggable ?? false,
    code: spec.code ?? false,
    defining: spec.defining ?? false,
    isolating: spec.isolating ?? false,
    linebreakReplacement: spec.linebreakReplacement ?? false,
    ...(spec.tableRole === undefined ? {} : { tableRole: spec.tableRole }),
    parseHTML: () => spec.parseDOM ?? [],
    addAttributes: () => attributes(spec.attrs, keepOnSplit),
  }
}

export function markFields(name: MarkName) {
  const { spec } = marks[name]
  return {
    inclusive: spec.inclusive ?? true,
    ...(spec.excludes === undefined ? {} : { excludes: spec.excludes }),
    code: spec.code ?? false,
    parseHTML: () => spec.parseDOM ?? [],
    addAttributes: () => attributes(spec.attrs, true),
  }
}
