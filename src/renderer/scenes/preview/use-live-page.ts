import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { client } from '../../api/client.ts'
import type { Draft } from '../article-editor/draft/draft.ts'

/** Renders at most this often; ms. What is typed shows within 150 ms. */
const pace = 30

export interface LivePage {
  /** Of the page that is shown; null before the first. */
  path: string | null
  error: unknown
}

/**
 * Renders the article as it stands here and sends each page to the frame, newest last. Never more than one render is
 * under way; what came in the meantime is rendered once after it. Interim letters of a composition are not shown.
 */
export function useLivePage(draft: Draft, frame: RefObject<HTMLIFrameElement | null>): LivePage {
  const [page, setPage] = useState<LivePage>({ path: null, error: null })
  const latest = useRef<string | null>(null)

  useEffect(() => {
    let stopped = false
    let busy = false
    let wanted = true
    let startedAt = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let shownBody: object | null = null
    let shownFields: object | null = null

    const send = () => {
      if (latest.current !== null) frame.current?.contentWindow?.postMessage({ html: latest.current }, '*')
    }

    const render = async () => {
      timer = undefined
      wanted = false
      busy = true
      startedAt = performance.now()
      const working: ArticleContent = draft.content()
      shownBody = draft.body().identity
      shownFields = draft.getState().fields
      try {
        const { path, html } = await client.preview.render({ articleId: draft.id, working })
        if (stopped) return
        latest.current = html
        send()
        setPage((before) => (before.path === path && before.error === null ? before : { path, error: null }))
      } catch (error) {
        if (!stopped) setPage(({ path }) => ({ path, error }))
      } finally {
        busy = false
        if (wanted) ask()
      }
    }

    function ask() {
      wanted = true
      if (busy || stopped || timer !== undefined) return
      timer = setTimeout(render, Math.max(0, startedAt + pace - performance.now()))
    }

    const stop = draft.subscribe(() => {
      if (draft.body().identity !== shownBody || draft.getState().fields !== shownFields) ask()
    })
    const onMessage = ({ source, data }: MessageEvent) => {
      // Of an opaque origin: the frame itself is what can be checked.
      if (source === frame.current?.contentWindow && data?.galley === 'ready') send()
    }
    window.addEventListener('message', onMessage)
    ask()
    return () => {
      stopped = true
      stop()
      clearTimeout(timer)
      window.removeEventListener('message', onMessage)
    }
  }, [draft, frame])

  return page
}
