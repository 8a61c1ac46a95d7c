import type { MarkDefinition } from '../definition.ts'
import type { MarkJson, NodeJson } from '../document-json.ts'

/** What every mark of a suggestion tells. */
export interface SuggestionAttrs {
  /** Marks with the same one are accepted and rejected together. */
  id: string
  /** Id of the person. */
  author: string
  /** When it was made; ms since the epoch. */
  at: number
}

/** What a modified node or text was before. */
export type FormerForm = Pick<NodeJson, 'type' | 'attrs'> | MarkJson[]

const attrs = {
  id: {
    validate: (value: unknown) => {
      if (typeof value !== 'string' || !/^[\w-]{1,64}$/.test(value)) throw new RangeError('suggestion id')
    },
  },
  author: { default: '', validate: 'string' },
  at: { default: 0, validate: 'number' },
}

/** On a block: the boundary before it is what is suggested, the block itself goes on from the one before. */
const joined = { default: false, validate: 'boolean' }

const isForm = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

// Without parse rules: what is pasted or imported is text like any other. Published pages never see these marks, see
// `publishedDocument`; a mark that is rendered all the same shows nothing of itself.
export const insertion: MarkDefinition = {
  spec: { inclusive: false, excludes: 'insertion', attrs: { ...attrs, joined }, parseDOM: [] },
  renderHtml: (_mark, children) => children,
}

export const deletion: MarkDefinition = {
  spec: { inclusive: false, excludes: 'deletion', attrs: { ...attrs, joined }, parseDOM: [] },
  renderHtml: (_mark, children) => children,
}

export const modification: MarkDefinition = {
  spec: {
    inclusive: false,
    excludes: 'modification',
    attrs: {
      ...attrs,
      /** Of text the marks that it had, of a block its type and attributes. */
      before: {
        validate: (value: unknown) => {
          if (!(Array.isArray(value) ? value.every(isForm) : isForm(value)))
            throw new RangeError('former form')
        },
      },
    },
    parseDOM: [],
  },
  renderHtml: (_mark, children) => children,
}

export const suggestionMarks: ReadonlySet<string> = new Set(['insertion', 'deletion', 'modification'])

export const suggestionIdOf = (mark: MarkJson): string => String(mark.attrs?.id ?? '')

/** Ids of the people who suggest something in a document. */
export function suggestionAuthors(doc: NodeJson): Set<string> {
  const authors = new Set<string>()
  const visit = (node: NodeJson) => {
    for (const mark of node.marks ?? [])
      if (suggestionMarks.has(mark.type)) authors.add(String(mark.attrs?.author ?? ''))
    node.content?.forEach(visit)
  }
  visit(doc)
  return authors
}

/** The suggestions in a document, each once. */
export function suggestionIds(doc: NodeJson): Set<string> {
  const ids = new Set<string>()
  const visit = (node: NodeJson) => {
    for (const mark of node.marks ?? []) if (suggestionMarks.has(mark.type)) ids.add(suggestionIdOf(mark))
    node.content?.forEach(visit)
  }
  visit(doc)
  return ids
}
