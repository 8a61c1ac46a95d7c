import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { type OutlineEntry, outlineOf } from '../../../../editor/outline.ts'

const pause = 200

/** The headings of the text, read again in a pause of writing; never the interim letters of a composition. */
export function useOutline(editor: Editor): { entries: OutlineEntry[]; caret: number } {
  const [outline, setOutline] = useState(() => ({
    entries: outlineOf(editor.state.doc),
    caret: editor.state.selection.from,
  }))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let read = editor.state.doc
    const look = () => {
      if (editor.isDestroyed) return
      if (editor.view.composing) return soon()
      const { doc, selection } = editor.state
      const same = doc === read
      read = doc
      setOutline(({ entries }) => ({ entries: same ? entries : outlineOf(doc), caret: selection.from }))
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(look, pause)
    }
    editor.on('transaction', soon)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', soon)
    }
  }, [editor])
  return outline
}
