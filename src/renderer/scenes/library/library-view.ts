import { useSyncExternalStore } from 'react'
import type { ArticleFilter, ArticleSort } from '#shared/contract/articles.ts'

export interface LibraryView {
  filter: ArticleFilter
  sort: ArticleSort
  text: string
  rank: 'newest' | 'best'
}

const initial: LibraryView = {
  filter: {},
  sort: { by: 'updated', direction: 'desc' },
  text: '',
  rank: 'newest',
}

let view = initial
const listeners = new Set<() => void>()

/** Where the list was scrolled to when the scene was left. */
export const scrolledTo = { offset: 0 }

export function updateLibraryView(changes: Partial<LibraryView>): void {
  view = { ...view, ...changes }
  scrolledTo.offset = 0
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the library shows; it stays while other scenes are open. */
export const useLibraryView = (): LibraryView => useSyncExternalStore(subscribe, () => view)

export function changeFilter(changes: Partial<ArticleFilter>): void {
  const filter = Object.fromEntries(
    Object.entries({ ...view.filter, ...changes }).filter(([, value]) => value !== undefined),
  )
  updateLibraryView({ filter })
}

export const clearFilters = (): void => updateLibraryView({ filter: {}, text: '' })
