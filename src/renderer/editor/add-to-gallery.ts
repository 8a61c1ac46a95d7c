import type { Editor } from '@tiptap/core'
import { blockAround } from './block-around.ts'
import { pickPictures } from './pick-pictures.ts'

/** More pictures for the end of the gallery. */
export function addToGallery(editor: Editor): void {
  pickPictures((files) => {
    const around = blockAround(editor.state, 'gallery')
    if (around) editor.commands.uploadImages(files, { position: around.position + around.node.nodeSize - 1 })
  })
}
