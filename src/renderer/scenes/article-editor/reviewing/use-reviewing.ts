import type { Editor } from '@tiptap/react'
import { useMemo, useRef } from 'react'
import { outsideComposition } from '../../../editor/compositions.ts'
import { placeForComment, setPendingPlace } from '../../../editor/review/pending-comment.ts'
import { suggestAs, suggestingAs } from '../../../editor/review/suggestion-mode.ts'
import type { ReviewTabId } from './review-tab.ts'
import { usePeople } from './use-people.ts'

/** What the review commands ask of the window. The editor comes later than they do. */
export function useReviewing(showTab: (tab: ReviewTabId) => void) {
  const { me } = usePeople()
  const latest = useRef({ me, showTab })
  latest.current = { me, showTab }
  const editor = useRef<Editor | null>(null)
  // The editor keeps the first of these for good.
  const commands = useMemo(
    () => ({
      comment() {
        const view = editor.current?.view
        const place = view && placeForComment(view.state)
        if (!view || !place) return
        setPendingPlace(view, place)
        latest.current.showTab('comments')
      },
      toggleSuggesting() {
        const view = editor.current?.view
        if (!view) return
        if (suggestingAs(view.state) !== null) return suggestAs(view, null)
        const { me } = latest.current
        if (me) outsideComposition(view, () => suggestAs(view, me.id))
      },
    }),
    [],
  )
  return { editor, commands }
}
