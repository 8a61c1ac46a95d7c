import { useSyncExternalStore } from 'react'

export const reviewTabs = ['comments', 'suggestions', 'review'] as const
export type ReviewTabId = (typeof reviewTabs)[number]

// Commands of the editor choose it, too, before the panel is there.
let shown: ReviewTabId = 'comments'
const listeners = new Set<() => void>()

export function showReviewTab(tab: ReviewTabId): void {
  shown = tab
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useReviewTab = (): ReviewTabId => useSyncExternalStore(subscribe, () => shown)
