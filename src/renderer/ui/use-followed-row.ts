import { useLayoutEffect, useRef } from 'react'

/** How far a row is looked for; what is further away has hardly been loaded. */
const reach = 200

/** Keeps `index` on its row while other windows change what is above it. */
export function useFollowedRow<Id>(
  idAt: (index: number) => Id | undefined,
  index: number,
  setIndex: (index: number) => void,
): void {
  const id = idAt(index)
  const followed = useRef<{ index: number; id: Id }>(undefined)
  useLayoutEffect(() => {
    if (id === undefined) return
    const before = followed.current
    followed.current = { index, id }
    if (before?.index !== index || before.id === id) return
    for (let distance = 1; distance <= reach; distance++) {
      const found = [index + distance, index - distance].find((place) => idAt(place) === before.id)
      if (found !== undefined) return setIndex(found)
    }
  })
}
