import { useCallback, useState } from 'react'
import type { ListedMedia } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'

export interface MediaSelection {
  chosen: ReadonlyMap<MediaId, ListedMedia>
  toggle(media: ListedMedia, index: number): void
  replace(media: Iterable<ListedMedia>): void
  clear(): void
  /** Where a range with shift begins. */
  anchor: number
}

/** Which pictures are chosen; starts afresh whenever `key` changes. */
export function useMediaSelection(key: string): MediaSelection {
  const [chosen, setChosen] = useState<ReadonlyMap<MediaId, ListedMedia>>(new Map())
  const [anchor, setAnchor] = useState(0)
  const [shownKey, setShownKey] = useState(key)
  if (shownKey !== key) {
    setShownKey(key)
    setChosen(new Map())
    setAnchor(0)
  }
  const toggle = useCallback((media: ListedMedia, index: number) => {
    setChosen((known) => {
      const next = new Map(known)
      if (!next.delete(media.id)) next.set(media.id, media)
      return next
    })
    setAnchor(index)
  }, [])
  const replace = useCallback(
    (media: Iterable<ListedMedia>) => setChosen(new Map([...media].map((one) => [one.id, one]))),
    [],
  )
  const clear = useCallback(() => setChosen(new Map()), [])
  return { chosen, toggle, replace, clear, anchor }
}
