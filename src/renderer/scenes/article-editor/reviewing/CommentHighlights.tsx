import { useQuery } from '@tanstack/react-query'
import { type Editor, useEditorState } from '@tiptap/react'
import { orpc } from '../../../api/client.ts'
import { threadSelector, threadsAtCaret } from '../../../editor/review/comment-marks.ts'
import type { Draft } from '../draft/draft.ts'

/**
 * Lights up the words of open threads. A style sheet, not decorations: nothing is drawn again while somebody types, and
 * a thread that is resolved goes dark without a change of the document.
 */
export function CommentHighlights({ draft, editor }: { draft: Draft; editor: Editor }) {
  const { data } = useQuery(orpc.comments.list.queryOptions({ input: { articleId: draft.id } }))
  const active = useEditorState({ editor, selector: () => threadsAtCaret(editor.state) })
  const selectors = (ids: readonly string[]) =>
    ids.map((id) => `.article-body ${threadSelector(id)}`).join(',')
  const open = (data ?? []).filter(({ resolvedAt }) => resolvedAt === null).map(({ uid }) => uid)
  const here = open.filter((uid) => active.split(' ').includes(uid))
  const rules = [
    open.length > 0 &&
      `${selectors(open)}{background:color-mix(in srgb,var(--galley-mark) 55%,transparent);border-bottom:2px solid var(--galley-mark)}`,
    here.length > 0 && `${selectors(here)}{background:var(--galley-mark)}`,
  ]
  return <style>{rules.filter(Boolean).join('\n')}</style>
}
