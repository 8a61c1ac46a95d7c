import { useSyncExternalStore } from 'react'
import type { MediaFilter, MediaSort } from '#shared/contract/media.ts'

export interface MediaView {
  text: string
  filter: MediaFilter
  sort: MediaSort
}

export const wholeLibrary: MediaView = { text: '', filter: {}, sort: 'newest' }

let view = wholeLibrary
const listeners = new Set<() => void>()

export function updateMediaView(changes: Partial<MediaView>): void {
  view = { ...view, ...changes }
  for (const listener of listeners) listener()
}

export function changeMediaFilter(
  changes: { [Name in keyof MediaFilter]: MediaFilter[Name] | undefined },
): void {
  const filter = Object.fromEntries(
    Object.entries({ ...view.filter, ...changes }).filter(([, value]) => value !== undefined),
  )
  updateMediaView({ filter })
}

export const clearMediaFilters = (): void => updateMediaView({ text: '', filter: {} })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the images screen shows; it stays while other scenes are open. */
export const useMediaView = (): MediaView => useSyncExternalStore(subscribe, () => view)
