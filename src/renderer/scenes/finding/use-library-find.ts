import { useReducer, useRef } from 'react'
import type { ArticleFilter } from '#shared/contract/articles.ts'
import type { FindProgress, ReplaceHit, ReplaceProgress } from '#shared/contract/replacing.ts'
import { client } from '../../api/client.ts'
import type { FindQuery } from '../../editor/find-query.ts'
import { flushAll } from '../article-editor/draft/drafts.ts'

export interface FoundState {
  step: 'idle' | 'searching' | 'found' | 'replacing' | 'replaced' | 'undone'
  hits: ReplaceHit[]
  progress: Pick<FindProgress, 'scanned' | 'total' | 'truncated'> | null
  /** Keys of matches that stay as they are; see `matchKey`. */
  left: ReadonlySet<string>
  replaced: ReplaceProgress | null
  restored: number
  /** Articles that were edited since and stay as they are. */
  unrestored: number
  error: unknown
}

const idle: FoundState = {
  step: 'idle',
  hits: [],
  progress: null,
  left: new Set(),
  replaced: null,
  restored: 0,
  unrestored: 0,
  error: null,
}

export const matchKey = ({ id }: ReplaceHit, index: number) => `${id}:${index}`

const chosen = (hit: ReplaceHit, left: ReadonlySet<string>) =>
  hit.matches.filter((_match, index) => !left.has(matchKey(hit, index)))

export const chosenCount = ({ hits, left }: FoundState) =>
  hits.reduce((sum, hit) => sum + chosen(hit, left).length, 0)

/** Find and replace over the library, from the query to the undo. */
export function useLibraryFind() {
  const [state, update] = useReducer(
    (before: FoundState, change: Partial<FoundState>) => ({ ...before, ...change }),
    idle,
  )
  const leaving = useRef(new AbortController())
  const begin = () => {
    leaving.current.abort()
    leaving.current = new AbortController()
    return leaving.current.signal
  }

  async function find({ query, replacement, options }: FindQuery, filter: ArticleFilter) {
    const signal = begin()
    update({ ...idle, step: 'searching' })
    const hits: ReplaceHit[] = []
    try {
      // What is being written is part of what is searched.
      await flushAll()
      const stream = await client.replacing.find({ query, replacement, filter, ...options }, { signal })
      for await (const { hits: more, ...progress } of stream) {
        hits.push(...more)
        update({ hits: [...hits], progress })
      }
      update({ step: 'found' })
    } catch (error) {
      if (signal !== leaving.current.signal) return
      update({ step: 'found', error: signal.aborted ? null : error })
    }
  }

  async function replace() {
    const signal = begin()
    const articles = state.hits
      .map((hit) => ({ id: hit.id, version: hit.version, matches: chosen(hit, state.left) }))
      .filter(({ matches }) => matches.length > 0)
    update({ step: 'replacing', error: null })
    try {
      await flushAll()
      const stream = await client.replacing.apply({ articles }, { signal })
      for await (const replaced of stream) update({ replaced })
      update({ step: 'replaced' })
    } catch (error) {
      update({ step: 'replaced', error: signal.aborted ? null : error })
    }
  }

  async function undo() {
    if (!state.replaced) return
    try {
      const { restored, conflicts } = await client.replacing.undo({ batchId: state.replaced.batchId })
      update({ step: 'undone', restored, unrestored: conflicts.length, error: null })
    } catch (error) {
      update({ error })
    }
  }

  return {
    state,
    find,
    replace,
    undo,
    /** Ends what is going on; what was found or replaced so far stays. */
    stop: () => leaving.current.abort(),
    choose: (left: ReadonlySet<string>) => update({ left }),
  }
}
