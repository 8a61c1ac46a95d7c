import type { ReplaceHit, ReplaceMatch } from '#shared/contract/replacing.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { findInDocument } from '#shared/document/find/find-in-document.ts'
import { type FindOptions, replacementOf, textPattern } from '#shared/document/find/text-pattern.ts'
import { schema } from '#shared/document/schema.ts'
import { heldWords } from './held-words.ts'
import type { SearchedRow } from './replace.repository.ts'

export interface FindRequest {
  query: string
  replacement: string
  options: FindOptions
}

/** Characters shown at either side of a match. */
const around = 24

function inLine(
  field: ReplaceMatch['field'],
  text: string,
  { query, replacement, options }: FindRequest,
): ReplaceMatch[] {
  const pattern = textPattern(query, options)
  if (!pattern) return []
  return [...text.matchAll(pattern)]
    .filter(([found]) => found !== '')
    .map((match) => {
      const from = match.index
      const to = from + match[0].length
      return {
        field,
        from,
        to,
        text: match[0],
        replacement: replacementOf(match, replacement, options),
        before: text.slice(Math.max(0, from - around), from),
        after: text.slice(to, to + around),
      }
    })
}

/** The matches of one article; `doc` is read only when its text has one. At most `limit` of the body. */
export function findInArticle(
  row: SearchedRow,
  doc: () => unknown,
  request: FindRequest,
  limit: number,
): ReplaceHit | null {
  const matches = [...inLine('title', row.title, request), ...inLine('dek', row.dek, request)]
  if (textPattern(request.query, request.options)?.test(String(row.text))) {
    const node = schema.nodeFromJSON(doc() as DocumentJson)
    const found = findInDocument(node, request.query, request.options, request.replacement, limit)
    for (const { from, to, replacement } of found) {
      const start = node.resolve(from).start()
      const end = node.resolve(to).end()
      const text = (a: number, b: number) => node.textBetween(a, b, undefined, ' ')
      matches.push({
        field: 'body',
        from,
        to,
        text: text(from, to),
        replacement,
        before: text(Math.max(start, from - around), from),
        after: text(to, Math.min(end, to + around)),
      })
    }
    node.descendants((child, at) => {
      const held = heldWords[child.type.name]
      if (!held) return
      const words = inLine(held.field, String(child.attrs[held.attribute] ?? ''), request)
      matches.push(...words.slice(0, Math.max(0, limit - matches.length)).map((match) => ({ ...match, at })))
    })
  }
  const { id, title, state, version } = row
  return matches.length > 0 ? { id, title, state, version, matches } : null
}
