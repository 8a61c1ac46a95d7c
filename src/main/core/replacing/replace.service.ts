import { randomUUID } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import type { Database } from 'better-sqlite3'
import { Transform } from 'prosemirror-transform'
import type { ArticleContent, ArticleFilter } from '#shared/contract/articles.ts'
import type { FindProgress, ReplaceMatch, ReplaceProgress } from '#shared/contract/replacing.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { replaceMatches } from '#shared/document/find/replace-matches.ts'
import { textPattern } from '#shared/document/find/text-pattern.ts'
import { schema } from '#shared/document/schema.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { ArticleService } from '../articles/article.service.ts'
import type { ArticleConditionsOf } from '../articles/article-filter.ts'
import { invalid, notFound } from '../errors.ts'
import type { FindRequest } from './find-in-article.ts'
import { heldWords } from './held-words.ts'
import { libraryFind } from './library-find.ts'
import type { createReplaceRepository } from './replace.repository.ts'

type Match = Pick<ReplaceMatch, 'field' | 'at' | 'from' | 'to' | 'replacement'>
type Texts = Pick<ArticleContent, 'title' | 'dek' | 'doc'>

interface Replaced {
  id: ArticleId
  version: number
  before: Texts
}

/** Batches that can be undone; the revisions stay in any case. */
const keptBatches = 20

const isConflict = (error: unknown) =>
  error instanceof ORPCError && (error.code === 'CONFLICT' || error.code === 'NOT_FOUND')

const isInvalid = (error: unknown) => error instanceof ORPCError && error.code === 'INVALID'

/** A turn of the event loop, so that a long batch holds nobody up. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export type ReplaceService = ReturnType<typeof createReplaceService>

/** Find and replace over the library. */
export function createReplaceService({
  db,
  repository,
  articles,
  conditionsOf,
  libraryFolder,
}: {
  db: Database
  repository: ReturnType<typeof createReplaceRepository>
  articles: ArticleService
  conditionsOf: ArticleConditionsOf
  libraryFolder: string
}) {
  const batches = new Map<string, Replaced[]>()

  function replaceOne(id: ArticleId, version: number, matches: readonly Match[]): Replaced {
    const { title, dek, doc } = articles.content(id)
    const before = { title, dek, doc }
    const saved = db.transaction(() => {
      articles.keepRevision(id, 'before_restore')
      return articles.save(id, version, replaced(before, matches))
    })
    return { id, version: saved.immediate().version, before }
  }

  return {
    /** @throws INVALID `pattern` */
    find(request: FindRequest, filter: ArticleFilter, signal?: AbortSignal): AsyncGenerator<FindProgress> {
      if (!textPattern(request.query, request.options)) throw invalid('pattern', request.query)
      const ids = repository.ids(conditionsOf(filter))
      return libraryFind({ folder: libraryFolder, ids, request }, signal)
    },
    async *apply(
      list: readonly { id: ArticleId; version: number; matches: readonly Match[] }[],
      signal?: AbortSignal,
    ): AsyncGenerator<ReplaceProgress> {
      const batchId = randomUUID()
      const changed: Replaced[] = []
      const conflicts: ArticleId[] = []
      const refused: ArticleId[] = []
      let told = 0
      batches.set(batchId, changed)
      const [oldest] = batches.keys()
      if (batches.size > keptBatches && oldest) batches.delete(oldest)
      for (const [index, { id, version, matches }] of list.entries()) {
        if (signal?.aborted) return
        try {
          changed.push(replaceOne(id, version, matches))
        } catch (error) {
          if (isConflict(error)) conflicts.push(id)
          else if (isInvalid(error)) refused.push(id)
          else throw error
        }
        const done = index + 1
        // Soon enough that what was done when somebody stops it can be undone.
        if (done === list.length || performance.now() - told > 100) {
          told = performance.now()
          const lists = { conflicts: [...conflicts], refused: [...refused] }
          yield { batchId, done, total: list.length, changed: changed.length, ...lists }
        }
        await turn()
      }
    },
    /** @throws NOT_FOUND */
    undo(batchId: string) {
      const batch = batches.get(batchId)
      if (!batch) throw notFound('batch', batchId)
      const conflicts = batch.flatMap(({ id, version, before }) => {
        try {
          articles.save(id, version, before)
          return []
        } catch (error) {
          if (!isConflict(error)) throw error
          return [id]
        }
      })
      batches.delete(batchId)
      return { restored: batch.length - conflicts.length, conflicts }
    },
  }
}

function replaced({ title, dek, doc }: Texts, matches: readonly Match[]): Partial<Texts> {
  const of = (field: Match['field']) => matches.filter((match) => match.field === field)
  const line = (text: string, changes: readonly Match[]) =>
    changes.reduceRight(
      (result, { from, to, replacement }) => result.slice(0, from) + replacement + result.slice(to),
      text,
    )
  const body = of('body')
  const held = Map.groupBy(matches, ({ at }) => at ?? -1)
  held.delete(-1)
  if (body.length === 0 && held.size === 0)
    return { title: line(title, of('title')), dek: line(dek, of('dek')) }
  const transform = new Transform(schema.nodeFromJSON(doc))
  // These move nothing.
  for (const [at, changes] of held) {
    const node = transform.doc.nodeAt(at)
    const attribute = node && heldWords[node.type.name]?.attribute
    if (attribute) transform.setNodeAttribute(at, attribute, line(String(node.attrs[attribute]), changes))
  }
  replaceMatches(transform, body)
  return {
    title: line(title, of('title')),
    dek: line(dek, of('dek')),
    doc: transform.doc.toJSON() as DocumentJson,
  }
}
