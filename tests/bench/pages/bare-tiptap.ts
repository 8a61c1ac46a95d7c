import { Editor, Mark, Node } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'

const picture = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  addAttributes: () => ({ src: {}, alt: {}, width: {}, height: {} }),
  parseHTML: () => [{ tag: 'img' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
})

const comment = Mark.create({
  name: 'comment',
  addAttributes: () => ({ thread: {} }),
  parseHTML: () => [{ tag: 'span[thread]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})

/**
 * TipTap as its documentation begins, on an element: the starter kit, its tables, and the least that pictures and
 * commented passages need. Nothing else.
 */
window.openBareTiptap = (element, content) => {
  new Editor({ element, extensions: [StarterKit, TableKit, picture, comment], content })
}
