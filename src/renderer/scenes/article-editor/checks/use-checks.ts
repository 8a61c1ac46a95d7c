import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { client } from '../../../api/client.ts'
import { follow } from '../../../api/follow.ts'
import { outsideComposition } from '../../../editor/compositions.ts'
import { beginCheck, endCheck } from '../../../editor/findings.ts'
import type { Draft } from '../draft/draft.ts'

/** After the last change, ms. */
const pause = 700

/** Has the core check the article whenever its writing pauses; what it finds goes into the text editor. */
export function useChecks(draft: Draft, editor: Editor): void {
  useEffect(() => {
    const { view } = editor
    let timer: ReturnType<typeof setTimeout> | undefined
    let checked: object | null = null
    let left = false

    async function check() {
      if (left || view.isDestroyed) return
      const body = draft.body()
      const { fields } = draft.getState()
      const mark = {}
      beginCheck(view, mark)
      const { baseVersion, changes } = draft.unsaved()
      const run = (working: Partial<ArticleContent>) => client.checks.run({ articleId: draft.id, working })
      try {
        // A long text that is stored already need not go over again, unless another one was stored meanwhile.
        let result = await run(changes)
        if (!changes.doc && result.version !== baseVersion)
          result = await run({ ...fields, doc: body.read() })
        // Reading a long answer and marking what it says are too much for one frame.
        await new Promise((resolve) => setTimeout(resolve))
        outsideComposition(view, () => endCheck(view, { check: mark, ...result }))
      } catch {
        // Without the core there are no findings; it is asked again with the next change.
      }
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => outsideComposition(view, () => void check()), pause)
    }
    const onDraft = () => {
      const { fields } = draft.getState()
      const now = draft.body().identity
      if (checked === now && fields === lastFields) return
      checked = now
      lastFields = fields
      soon()
    }
    let lastFields: unknown = null
    onDraft()
    const stops = [
      draft.subscribe(onDraft),
      follow((options) => client.checks.changed(undefined, options), { onEvent: soon, onGap: soon }),
    ]
    return () => {
      left = true
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [draft, editor])
}
