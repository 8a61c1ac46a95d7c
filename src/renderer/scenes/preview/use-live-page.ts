import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { client } from '../../api/client.ts'
import type { Draft } from '../article-editor/draft/draft.ts'
import { useVisits } from './use-visits.ts'

/** Renders at most this often; ms. What is typed shows within 150 ms. */
const pace = 30

export interface LivePage {
  /** Of the page that is shown; null before the first. */
  path: string | null
  /** Another page of the site than the article's is shown, until `back`. */
  visiting: boolean
  back: () => void
  error: unknown
}

/**
 * Renders the article as it stands here and sends each page to the frame, newest last. Never more than one render is
 * under way; what came in the meantime is rendered once after it. Interim letters of a composition are not shown.
 */
export function useLivePage(
  draft: Draft,
  frame: RefObject<HTMLIFrameElement | null>,
  previewBase: string | undefined,
): LivePage {
  const [page, setPage] = useState<{ path: string | null; error: unknown }>({ path: null, error: null })
  const latest = useRef<string | null>(null)
  const { visited, follow, back } = useVisits(previewBase)
  const elsewhere = visited?.path === page.path ? null : visited

  const send = (html: string | null) => {
    if (html !== null) frame.current?.contentWindow?.postMessage({ html }, '*')
  }
  const rendered = useEffectEvent((html: string) => {
    latest.current = html
    if (!elsewhere) send(html)
  })
  const onMessage = useEffectEvent(({ source, data }: MessageEvent) => {
    // Of an opaque origin: the frame itself is what can be checked.
    if (source !== frame.current?.contentWindow) return
    if (data?.galley === 'ready') send(elsewhere ? elsewhere.html : latest.current)
    // A theme's script may say so too, but nobody has pressed anything then.
    if (data?.galley === 'link' && navigator.userActivation.isActive) follow(String(data.href))
  })

  useEffect(() => {
    let stopped = false
    let busy = false
    let wanted = true
    let startedAt = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let shownBody: object | null = null
    let shownFields: object | null = null

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
        rendered(html)
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
    const listen = (event: MessageEvent) => onMessage(event)
    window.addEventListener('message', listen)
    ask()
    return () => {
      stopped = true
      stop()
      clearTimeout(timer)
      window.removeEventListener('message', listen)
    }
  }, [draft])

  return { ...page, path: elsewhere ? elsewhere.path : page.path, visiting: elsewhere !== null, back }
}
