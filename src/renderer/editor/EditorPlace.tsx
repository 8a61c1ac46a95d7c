import type { Editor } from '@tiptap/react'
import { useLayoutEffect, useRef } from 'react'

/**
 * Where the text editor stands in the page. TipTap's own EditorContent draws the whole document anew when it comes and
 * when it goes, for the sake of node views in React; ours are plain.
 */
export function EditorPlace({ editor }: { editor: Editor }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { dom } = editor.view
    // React asks this of what has the focus, and where it says yes walks through the whole text at every commit.
    Object.defineProperty(dom, 'contentEditable', { value: 'inherit', configurable: true })
    place.current?.append(dom)
  }, [editor])
  return <div ref={place} />
}
