import { useCallback, useEffect, useState } from 'react'
import type { ArticleId } from '#shared/model/ids.ts'
import { client } from '../../api/client.ts'
import { follow } from '../../api/follow.ts'
import type { RowPlace } from '../../ui/range-of-rows.ts'
import type { LibraryView } from './library-view.ts'

export interface Selection {
  ids: ReadonlySet<ArticleId>
  /** The row that the keyboard is on; -1 before it was used. */
  active: number
  setActive(index: number): void
  toggle(id: ArticleId, index: number): void
  replace(ids: Iterable<ArticleId>): void
  clear(): void
  /** Where a range with shift begins; null while nothing says so. */
  anchor: RowPlace<ArticleId> | null
  setAnchor(place: RowPlace<ArticleId>): void
}

/** Which articles are chosen and where the keyboard is; starts afresh whenever the view changes. */
export function useSelection(view: LibraryView): Selection {
  const key = JSON.stringify(view)
  const [ids, setIds] = useState<ReadonlySet<ArticleId>>(new Set())
  const [active, setActive] = useState(-1)
  const [anchor, setAnchor] = useState<Selection['anchor']>(null)
  const [shownKey, setShownKey] = useState(key)
  if (shownKey !== key) {
    setShownKey(key)
    setIds(new Set())
    setActive(-1)
    setAnchor(null)
  }
  const toggle = useCallback((id: ArticleId, index: number) => {
    setIds((known) => {
      const next = new Set(known)
      if (!next.delete(id)) next.add(id)
      return next
    })
    setAnchor({ id, index })
    setActive(index)
  }, [])

  // Whatever took them out of the list: they are not to be counted, nor have anything done to them unseen.
  const leaving = view.filter.state === 'trash' ? 'restored' : 'trashed'
  useEffect(
    () =>
      follow((options) => client.articles.changed(undefined, options), {
        onEvent({ ids: changed, kind }) {
          if (kind !== 'deleted' && kind !== leaving) return
          setIds((known) => {
            const next = new Set(known)
            for (const id of changed) next.delete(id)
            return next.size < known.size ? next : known
          })
        },
      }),
    [leaving],
  )
  return {
    ids,
    active,
    setActive,
    anchor,
    setAnchor,
    toggle,
    replace: useCallback((chosen) => setIds(new Set(chosen)), []),
    clear: useCallback(() => {
      setIds(new Set())
      setAnchor(null)
    }, []),
  }
}
