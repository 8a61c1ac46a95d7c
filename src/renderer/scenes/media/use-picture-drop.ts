import { useEffect, useRef, useState } from 'react'
import { imageFiles } from '../../editor/uploads.ts'

const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Takes pictures that are dropped or pasted anywhere on the screen. Answers whether one hovers over it. */
export function usePictureDrop(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!bringsFiles(event)) return
      const items = [...(event.dataTransfer?.items ?? [])]
      setOver(items.some(({ type }) => type.startsWith('image/')))
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      const files = imageFiles(event.dataTransfer?.files)
      if (files.length === 0) return
      event.preventDefault()
      take.current(files)
    }
    const onPaste = (event: ClipboardEvent) => {
      const files = imageFiles(event.clipboardData?.files)
      if (files.length === 0 || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      take.current(files)
    }
    // Before the window's own, which takes what is for the import.
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste)
    }
  }, [])
  return over
}
