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

const placeOf = (editor: Editor) => desks.findIndex((desk) => desk.editor === editor)

/** It has the focus now. */
export function activate(desk: ActiveDesk): void {
  if (activeDesk() === desk) return
  const place = placeOf(desk.editor)
  if (place >= 0) desks.splice(place, 1)
  desks.push(desk)
  tell()
}

/** Opens behind the others until it gets the focus; one that is open already stays where it is. */
export function showDesk(desk: ActiveDesk): void {
  const place = placeOf(desk.editor)
  if (place >= 0) desks[place] = desk
  else desks.unshift(desk)
  tell()
}

export function closeDesk(editor: Editor): void {
  const place = placeOf(editor)
  if (place >= 0) desks.splice(place, 1)
  tell()
}
