import { type ChangeObject, diffArrays, diffWords } from 'diff'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { plainText } from '#shared/document/plain-text.ts'
import { sameValue } from '../draft/same-value.ts'

export interface Piece {
  /** Where it begins in the line. */
  at: number
  text: string
  changed: boolean
}

/** One line of the comparison; null where the side has nothing. */
export interface DiffRow {
  left: Piece[] | null
  right: Piece[] | null
  same: boolean
}

export type ComparedField =
  | 'title'
  | 'dek'
  | 'slug'
  | 'tags'
  | 'byline'
  | 'source'
  | 'category'
  | 'publishTime'

export interface ContentComparison {
  fields: { name: ComparedField; row: DiffRow }[]
  paragraphs: DiffRow[]
  /** The words are the same; marks, kinds of blocks or pictures are not. */
  onlyFormatting: boolean
}

export interface NamedContent {
  content: ArticleContent
  category: string
  publishTime: string
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const whole = (text: string, changed: boolean): Piece[] => [{ at: 0, text, changed }]

function pieces(parts: readonly ChangeObject<string>[], kind: 'added' | 'removed'): Piece[] {
  let at = 0
  return parts.map((part) => {
    const piece = { at, text: part.value, changed: part[kind] }
    at += part.value.length
    return piece
  })
}

/** Two versions of a line, word by word in the Chinese manner. */
export function compareLines(left: string, right: string): DiffRow {
  if (left === right) return { left: whole(left, false), right: whole(right, false), same: true }
  const changes = diffWords(left, right, { intlSegmenter: words })
  return {
    left: pieces(
      changes.filter(({ added }) => !added),
      'removed',
    ),
    right: pieces(
      changes.filter(({ removed }) => !removed),
      'added',
    ),
    same: false,
  }
}

/** Nobody reads an address word by word. */
const replaced = (left: string, right: string): DiffRow => ({
  left: whole(left, left !== right),
  right: whole(right, left !== right),
  same: left === right,
})

/** Two texts, paragraph beside paragraph. */
export function compareParagraphs(left: readonly string[], right: readonly string[]): DiffRow[] {
  const rows: DiffRow[] = []
  let removed: string[] = []
  let added: string[] = []
  const settle = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++) {
      const [before, after] = [removed[index], added[index]]
      if (before !== undefined && after !== undefined) rows.push(compareLines(before, after))
      else
        rows.push({
          left: before === undefined ? null : whole(before, true),
          right: after === undefined ? null : whole(after, true),
          same: false,
        })
    }
    removed = []
    added = []
  }
  for (const part of diffArrays([...left], [...right])) {
    if (part.removed) removed.push(...part.value)
    else if (part.added) added.push(...part.value)
    else {
      settle()
      rows.push(...part.value.map((text) => compareLines(text, text)))
    }
  }
  settle()
  return rows
}

const paragraphsOf = (content: ArticleContent) =>
  plainText(content.doc)
    .split('\n')
    .filter((line) => line !== '')

export function compareContents(left: NamedContent, right: NamedContent): ContentComparison {
  const texts = ({ content, category, publishTime }: NamedContent): Record<ComparedField, string> => ({
    title: content.title,
    dek: content.dek,
    slug: content.slug,
    tags: content.tags.join('、'),
    byline: content.byline,
    source: `${content.sourceName} ${content.sourceUrl}`.trim(),
    category,
    publishTime,
  })
  const [before, after] = [texts(left), texts(right)]
  const fields = (Object.keys(before) as ComparedField[])
    .map((name) => ({ name, row: (name === 'slug' ? replaced : compareLines)(before[name], after[name]) }))
    .filter(({ row }) => !row.same)
  const paragraphs = compareParagraphs(paragraphsOf(left.content), paragraphsOf(right.content))
  return {
    fields,
    paragraphs,
    onlyFormatting: paragraphs.every((row) => row.same) && !sameValue(left.content.doc, right.content.doc),
  }
}
