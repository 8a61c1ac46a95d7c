import type { Editor } from '@tiptap/react'
import { useLayoutEffect, useRef } from 'react'

/**
 * Where the text editor stands in the page. TipTap's own EditorContent draws the whole document anew when it comes and
 * when it goes, for the sake of node views in React; ours are plain.
 */
export function EditorPlace({ editor }: { editor: Editor }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current?.append(editor.view.dom), [editor])
  return <div ref={place} />
}
