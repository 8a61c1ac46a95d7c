import type { Editor } from '@tiptap/core'
import type { SnippetId } from '#shared/model/ids.ts'
import { client } from '../api/client.ts'
import { reportError } from '../errors/report-error.ts'
import { outsideComposition } from './compositions.ts'

/** Puts the blocks of a snippet at the caret: in place of an empty paragraph, its text alone into the middle of a line. */
export function insertSnippet(editor: Editor, id: SnippetId): void {
  client.snippets.get({ id }).then(
    ({ doc }) =>
      outsideComposition(editor.view, () => {
        editor
          .chain()
          .focus()
          .insertContent(doc.content ?? [])
          .run()
      }),
    reportError,
  )
}
