import { useCallback, useState } from 'react'
import type { ArticleId } from '#shared/model/ids.ts'

export interface Selection {
  ids: ReadonlySet<ArticleId>
  /** The row that the keyboard is on; -1 before it was used. */
  active: number
  setActive(index: number): void
  toggle(id: ArticleId, index: number): void
  replace(ids: Iterable<ArticleId>): void
  clear(): void
  /** Where a range with shift begins. */
  anchor: number
}

/** Which articles are chosen and where the keyboard is; starts afresh whenever `key` changes. */
export function useSelection(key: string): Selection {
  const [ids, setIds] = useState<ReadonlySet<ArticleId>>(new Set())
  const [active, setActive] = useState(-1)
  const [anchor, setAnchor] = useState(0)
  const [shownKey, setShownKey] = useState(key)
  if (shownKey !== key) {
    setShownKey(key)
    setIds(new Set())
    setActive(-1)
    setAnchor(0)
  }
  const toggle = useCallback((id: ArticleId, index: number) => {
    setIds((known) => {
      const next = new Set(known)
      if (!next.delete(id)) next.add(id)
      return next
    })
    setAnchor(index)
    setActive(index)
  }, [])
  return {
    ids,
    active,
    setActive,
    anchor,
    toggle,
    replace: useCallback((chosen) => setIds(new Set(chosen)), []),
    clear: useCallback(() => setIds(new Set()), []),
  }
}
