import type { Editor } from '@tiptap/react'
import { useSyncExternalStore } from 'react'
import type { EditorSurroundings } from '../../editor/commands/command.ts'
import type { Draft } from './draft/draft.ts'

export interface ActiveDesk {
  draft: Draft
  editor: Editor
  around: EditorSurroundings
}

const desks: ActiveDesk[] = []
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** The article that is written in, of those that are open: the one that had the focus last. */
export const activeDesk = (): ActiveDesk | undefined => desks.at(-1)

export const useActiveDesk = (): ActiveDesk | undefined =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, activeDesk)

export function activate(desk: ActiveDesk): void {
  if (desks.at(-1) === desk) return
  const known = desks.indexOf(desk)
  if (known >= 0) desks.splice(known, 1)
  desks.push(desk)
  tell()
}

/** Opens behind the others until it gets the focus. Answers how it leaves. */
export function addDesk(desk: ActiveDesk): () => void {
  desks.unshift(desk)
  tell()
  return () => {
    desks.splice(desks.indexOf(desk), 1)
    tell()
  }
}
