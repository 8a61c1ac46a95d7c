import type { ArticleContent } from '../contract/articles.ts'
import { canonicalJson } from './canonical-json.ts'
import { type BlockChange, compareDocuments, hasChanged } from './compare-documents.ts'
import { compareInline, type InlinePiece } from './compare-inline.ts'
import { type FieldName, fieldUnits, type UnitName } from './fields.ts'

export type ComparedField = Exclude<FieldName, 'slugIsAutomatic'>

export interface FieldChange {
  name: ComparedField
  /** What is decided together with it. */
  unit: UnitName
  /** Of a text that is written; other values are whole. */
  pieces: InlinePiece[] | null
  before: unknown
  after: unknown
}

export interface ContentComparison {
  /** Those that differ. */
  fields: FieldChange[]
  blocks: BlockChange[]
}

const written: readonly string[] = ['title', 'dek', 'coverAlt', 'byline', 'sourceName']
const text = (value: unknown) => (value === '' ? [] : [{ type: 'text', text: String(value) }])

/** Two versions of an article, everything an editor writes. */
export function compareContents(before: ArticleContent, after: ArticleContent): ContentComparison {
  const fields = fieldUnits.flatMap((unit) =>
    unit.flatMap((name): FieldChange[] => {
      if (name === 'slugIsAutomatic') return []
      const [from, to] = [before[name], after[name]]
      if (canonicalJson(from) === canonicalJson(to)) return []
      const pieces = written.includes(name) ? compareInline(text(from), text(to)) : null
      return [{ name, unit: unit[0], pieces, before: from, after: to }]
    }),
  )
  return { fields, blocks: compareDocuments(before.doc, after.doc) }
}

export const isSame = ({ fields, blocks }: ContentComparison): boolean =>
  fields.length === 0 && !blocks.some(hasChanged)
