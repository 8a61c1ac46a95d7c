import { useCallback, useEffect, useState } from 'react'
import type { ListedMedia } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'
import { client } from '../../api/client.ts'
import { follow } from '../../api/follow.ts'
import type { RowPlace } from '../../ui/range-of-rows.ts'

export interface MediaSelection {
  chosen: ReadonlyMap<MediaId, ListedMedia>
  toggle(media: ListedMedia, index: number): void
  replace(media: Iterable<ListedMedia>): void
  clear(): void
  /** Where a range with shift begins; null while nothing says so. */
  anchor: RowPlace<MediaId> | null
  setAnchor(place: RowPlace<MediaId>): void
}

/** Which pictures are chosen; starts afresh whenever `key` changes. */
export function useMediaSelection(key: string): MediaSelection {
  const [chosen, setChosen] = useState<ReadonlyMap<MediaId, ListedMedia>>(new Map())
  const [anchor, setAnchor] = useState<MediaSelection['anchor']>(null)
  const [shownKey, setShownKey] = useState(key)
  if (shownKey !== key) {
    setShownKey(key)
    setChosen(new Map())
    setAnchor(null)
  }
  const toggle = useCallback((media: ListedMedia, index: number) => {
    setChosen((known) => {
      const next = new Map(known)
      if (!next.delete(media.id)) next.set(media.id, media)
      return next
    })
    setAnchor({ id: media.id, index })
  }, [])
  const replace = useCallback(
    (media: Iterable<ListedMedia>) => setChosen(new Map([...media].map((one) => [one.id, one]))),
    [],
  )
  const clear = useCallback(() => {
    setChosen(new Map())
    setAnchor(null)
  }, [])
  useEffect(
    () =>
      follow((options) => client.media.changed(undefined, options), {
        onEvent({ ids, gone }) {
          if (!gone) return
          setChosen((known) => {
            const next = new Map(known)
            for (const id of ids) next.delete(id)
            return next.size < known.size ? next : known
          })
        },
      }),
    [],
  )
  return { chosen, toggle, replace, clear, anchor, setAnchor }
}
