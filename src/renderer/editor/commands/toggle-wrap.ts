import type { Editor } from '@tiptap/core'
import { NodeRange } from '@tiptap/pm/model'
import { AllSelection, type Transaction } from '@tiptap/pm/state'

/** Takes the blocks of the document that are of this type away from around what they hold. */
function unwrap(tr: Transaction, name: string): void {
  const before = tr.steps.length
  tr.doc.forEach(({ type, content }, offset) => {
    if (type.name !== name) return
    const start = tr.mapping.slice(before).map(offset + 1)
    tr.lift(new NodeRange(tr.doc.resolve(start), tr.doc.resolve(start + content.size), 1), 0)
  })
}

/** Wraps what is selected, or takes the wrap away: also when all is selected, which lies in no block to lift from. */
export const toggleWrap =
  (name: string) =>
  (editor: Editor): boolean => {
    const chain = editor.chain().focus()
    if (!(editor.state.selection instanceof AllSelection) || !editor.isActive(name))
      return chain.toggleWrap(name).run()
    return chain
      .command(({ tr }) => {
        unwrap(tr, name)
        return true
      })
      .run()
  }
