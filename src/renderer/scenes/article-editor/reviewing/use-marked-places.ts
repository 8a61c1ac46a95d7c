import type { Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { type MarkedPlaces, markedPlaces } from '../../../editor/review/marked-places.ts'
import { untracked } from '../../../editor/review/suggestion-mode.ts'

const pause = 250

/** The places of comments and suggestions, read in a pause of the typing: it takes the whole document. */
export function useMarkedPlaces(editor: Editor): MarkedPlaces {
  const [places, setPlaces] = useState(() => markedPlaces(editor.state.doc))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let idle = 0
    let read = editor.state.doc
    const look = () => {
      read = editor.state.doc
      setPlaces(markedPlaces(read))
    }
    const later = () => {
      if (editor.state.doc === read) return
      clearTimeout(timer)
      cancelIdleCallback(idle)
      timer = setTimeout(() => {
        idle = requestIdleCallback(look, { timeout: 1_000 })
      }, pause)
    }
    // What somebody has just decided is shown at once.
    const decided = ({ transaction }: { transaction: Transaction }) => {
      if (transaction.docChanged && transaction.getMeta(untracked)) look()
    }
    look()
    editor.on('update', later)
    editor.on('transaction', decided)
    return () => {
      editor.off('update', later)
      editor.off('transaction', decided)
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  }, [editor])
  return places
}
