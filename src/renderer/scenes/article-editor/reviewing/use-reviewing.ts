import type { Editor } from '@tiptap/react'
import { useMemo, useRef } from 'react'
import { outsideComposition } from '../../../editor/compositions.ts'
import { placeForComment, setPendingPlace } from '../../../editor/review/pending-comment.ts'
import { suggestAs, suggestingAs } from '../../../editor/review/suggestion-mode.ts'
import { reportError } from '../../../errors/report-error.ts'
import type { ReviewTabId } from './review-tab.ts'
import { usePeople } from './use-people.ts'

/** What the review commands ask of the window. The editor comes later than they do. */
export function useReviewing(showTab: (tab: ReviewTabId) => void) {
  const people = usePeople()
  const latest = useRef({ ...people, showTab })
  latest.current = { ...people, showTab }
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
        const { me, signIn } = latest.current
        const known = me?.id ? Promise.resolve(me) : signIn()
        known.then(({ id }) => outsideComposition(view, () => suggestAs(view, id)), reportError)
      },
    }),
    [],
  )
  return { editor, commands }
}
