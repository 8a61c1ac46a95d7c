import type { Editor } from '@tiptap/core'
import { Fragment, type ResolvedPos } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { SnippetId } from '#shared/model/ids.ts'
import { client } from '../api/client.ts'
import { reportError } from '../errors/report-error.ts'
import { outsideComposition } from './compositions.ts'

/** Puts the blocks of a snippet at the caret: in place of an empty paragraph, below what would be taken apart by them. */
export function insertSnippet(editor: Editor, id: SnippetId): void {
  client.snippets.get({ id }).then(
    ({ doc }) =>
      outsideComposition(editor.view, () => {
        const { tr, schema, selection } = editor.state
        const blocks = Fragment.fromJSON(schema, doc.content ?? [])
        const below = belowWhole(selection.$to, blocks)
        if (below === null) {
          editor.chain().focus().insertContent(blocks).run()
          return
        }
        tr.insert(below, blocks)
        const end = tr.doc.resolve(below + blocks.size)
        editor.view.dispatch(tr.setSelection(TextSelection.near(end, -1)).scrollIntoView())
        editor.view.focus()
      }),
    reportError,
  )
}

/** After the code, the summary or the table around a place that has no room for these blocks; null where it has. */
function belowWhole($place: ResolvedPos, blocks: Fragment): number | null {
  if (!$place.parent.isTextblock) return null
  for (let depth = $place.depth; depth > 0; depth--) {
    const index = $place.indexAfter(depth - 1)
    if (!$place.node(depth - 1).canReplace(index, index, blocks)) continue
    return depth === $place.depth && !$place.parent.type.spec.code ? null : $place.after(depth)
  }
  return null
}
