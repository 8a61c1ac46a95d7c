import type { ArticleContent } from '../contract/articles.ts'
import { documentProblem } from '../document/check-document.ts'
import type { DocumentJson, NodeJson } from '../document/document-json.ts'
import { alignBlocks } from './align-blocks.ts'
import { canonicalJson } from './canonical-json.ts'
import { type FieldUnit, fieldUnits, pickFields, type UnitName } from './fields.ts'
import { type BlockConflict, type MergePart, mergeBlocks } from './merge-blocks.ts'
import { mergeInline } from './merge-inline.ts'
import { normalDocument } from './normal-document.ts'

export type Choice = 'mine' | 'theirs' | 'both'
/** By the id of the conflict. */
export type Choices = Readonly<Record<string, Choice>>

export interface FieldConflict {
  kind: 'field'
  id: string
  unit: UnitName
  base: Partial<ArticleContent> | null
  mine: Partial<ArticleContent>
  theirs: Partial<ArticleContent>
  both: false
}

export type MergeConflict = FieldConflict | BlockConflict

export interface ContentMerge {
  /** Decided fields; those in conflict are mine here. */
  fields: Omit<ArticleContent, 'doc'>
  parts: MergePart[]
  /** What somebody has to decide; nothing that either side wrote is missing from here and from what is decided. */
  conflicts: MergeConflict[]
}

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)

/**
 * Brings two versions of an article together that came from `base`. Without a base every difference is a conflict.
 */
export function mergeContents(
  base: ArticleContent | null,
  mine: ArticleContent,
  theirs: ArticleContent,
): ContentMerge {
  const { doc: _, ...fields } = mine
  const conflicts: MergeConflict[] = []
  for (const unit of fieldUnits) {
    const decided = mergeField(unit, base, mine, theirs)
    if (decided) Object.assign(fields, decided)
    else
      conflicts.push({
        kind: 'field',
        id: `field-${unit[0]}`,
        unit: unit[0],
        base: base && pickFields(base, unit),
        mine: pickFields(mine, unit),
        theirs: pickFields(theirs, unit),
        both: false,
      })
  }
  const parts = mergeDocuments(base?.doc ?? null, mine.doc, theirs.doc)
  return { fields, parts, conflicts: [...conflicts, ...conflictsOf(parts)] }
}

function mergeDocuments(base: DocumentJson | null, mine: DocumentJson, theirs: DocumentJson): MergePart[] {
  const [b, m, t] = [base ?? mine, mine, theirs].map(normalDocument).map(({ content = [] }) => content)
  const [from = [], left = [], right = []] = [b, m, t]
  const parts = base ? mergeBlocks('doc', from, left, right) : differences(left, right)
  const fits = (['mine', 'theirs', 'both'] as const).every(
    (choice) => documentProblem(documentOf(parts, () => choice)) === null,
  )
  if (fits) return parts
  return [{ kind: 'conflict', id: 'block-0', base: from, mine: left, theirs: right, both: false }]
}

/** What both have, and a conflict for each stretch that they don't. */
function differences(mine: readonly NodeJson[], theirs: readonly NodeJson[]): MergePart[] {
  const parts: MergePart[] = []
  let [left, right]: [NodeJson[], NodeJson[]] = [[], []]
  const settle = () => {
    const both = left.length > 0 && right.length > 0
    if (left.length > 0 || right.length > 0)
      parts.push({ kind: 'conflict', id: `block-${parts.length}`, base: [], mine: left, theirs: right, both })
    ;[left, right] = [[], []]
  }
  for (const { kind, before, after } of alignBlocks('doc', mine, theirs, { moves: false })) {
    const [a, b] = [mine[before ?? -1], theirs[after ?? -1]]
    if (kind === 'same' && a) {
      settle()
      parts.push({ kind: 'settled', node: a })
      continue
    }
    if (a) left.push(a)
    if (b) right.push(b)
  }
  settle()
  return parts
}

function mergeField(
  unit: FieldUnit,
  base: ArticleContent | null,
  mine: ArticleContent,
  theirs: ArticleContent,
): Partial<ArticleContent> | null {
  const [left, right] = [pickFields(mine, unit), pickFields(theirs, unit)]
  if (same(left, right)) return left
  // It will follow the title that is decided.
  if (unit[0] === 'slug' && mine.slugIsAutomatic && theirs.slugIsAutomatic) return left
  if (!base) return null
  const from = pickFields(base, unit)
  if (same(right, from)) return left
  if (same(left, from)) return right
  if (unit[0] === 'tags') return { tags: mergeTags(base.tags, mine.tags, theirs.tags) }
  if (unit[0] === 'title' || unit[0] === 'dek') return mergeText(unit[0], base, mine, theirs)
  return null
}

const mergeTags = (base: readonly string[], mine: readonly string[], theirs: readonly string[]) => [
  ...mine.filter((tag) => theirs.includes(tag) || !base.includes(tag)),
  ...theirs.filter((tag) => !base.includes(tag) && !mine.includes(tag)),
]

function mergeText(
  name: 'title' | 'dek',
  base: ArticleContent,
  mine: ArticleContent,
  theirs: ArticleContent,
): Partial<ArticleContent> | null {
  const content = (text: string): NodeJson[] => (text === '' ? [] : [{ type: 'text', text }])
  const merged = mergeInline(content(base[name]), content(mine[name]), content(theirs[name]))
  return merged && { [name]: merged.map(({ text }) => text).join('') }
}

const conflictsOf = (parts: readonly MergePart[]): BlockConflict[] =>
  parts.flatMap((part) =>
    part.kind === 'conflict' ? [part] : part.kind === 'within' ? conflictsOf(part.parts) : [],
  )

function nodesOf(parts: readonly MergePart[], choose: (conflict: BlockConflict) => Choice): NodeJson[] {
  return parts.flatMap((part): NodeJson[] => {
    if (part.kind === 'settled') return [part.node]
    if (part.kind === 'within') {
      const content = nodesOf(part.parts, choose)
      return content.length > 0 ? [{ ...part.node, content }] : []
    }
    const choice = choose(part)
    if (choice === 'both' && part.both) return [...part.mine, ...part.theirs]
    return choice === 'theirs' ? part.theirs : part.mine
  })
}

function documentOf(parts: readonly MergePart[], choose: (conflict: BlockConflict) => Choice): DocumentJson {
  const content = nodesOf(parts, choose)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** The merged article. A conflict that nobody decided keeps mine. */
export function resolveMerge({ fields, parts, conflicts }: ContentMerge, choices: Choices): ArticleContent {
  const content = { ...fields, doc: documentOf(parts, ({ id }) => choices[id] ?? 'mine') }
  for (const conflict of conflicts)
    if (conflict.kind === 'field' && choices[conflict.id] === 'theirs')
      Object.assign(content, conflict.theirs)
  return content
}
