import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import type { ArticleChange } from '#shared/contract/articles.ts'
import type { Job } from '#shared/contract/jobs.ts'
import { client, orpc } from './client.ts'
import { follow } from './follow.ts'

const pause = 200

/** Runs at once, then at most every 200 ms; what is asked for in between runs together at the end. */
function gather(queryClient: QueryClient) {
  const waiting = new Map<string, readonly unknown[]>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    if (waiting.size === 0) return
    for (const queryKey of waiting.values()) void queryClient.invalidateQueries({ queryKey })
    waiting.clear()
    timer = setTimeout(flush, pause)
  }
  return {
    invalidate(...keys: readonly unknown[][]) {
      for (const key of keys) waiting.set(JSON.stringify(key), key)
      timer ??= setTimeout(flush, 0)
    },
    stop: () => clearTimeout(timer),
  }
}

const isOver = (job: Job) => job.state === 'succeeded' || job.state === 'failed' || job.state === 'cancelled'

function followAll(queryClient: QueryClient): () => void {
  const { invalidate, stop } = gather(queryClient)
  const everything = () => void queryClient.invalidateQueries()

  const onArticles = ({ ids, kind }: ArticleChange) => {
    invalidate(orpc.articles.list.key(), orpc.articles.counts.key(), orpc.search.key())
    invalidate(orpc.categories.key(), orpc.tags.key(), orpc.bylines.key(), orpc.library.info.key())
    invalidate(orpc.media.list.key(), orpc.media.usage.key())
    // The window that saved knows what it saved; an open editor follows the stream itself.
    if (kind === 'saved') return
    if (kind === 'reset') invalidate(orpc.articles.get.key())
    else for (const id of ids) invalidate(orpc.articles.get.key({ input: { id } }))
    if (kind === 'stateChanged') invalidate(orpc.publishing.address.key())
  }

  const onJob = (job: Job) => {
    queryClient.setQueriesData<Job[]>({ queryKey: orpc.jobs.list.key() }, (jobs) => {
      if (!jobs) return jobs
      return jobs.some(({ id }) => id === job.id)
        ? jobs.map((known) => (known.id === job.id ? job : known))
        : [job, ...jobs]
    })
    invalidate(orpc.jobs.get.key({ input: { id: job.id } }))
    if (isOver(job)) {
      invalidate(orpc.publishing.deploys.key(), orpc.publishing.address.key(), orpc.targets.key())
    }
  }

  const stops = [
    follow((options) => client.articles.changed(undefined, options), {
      onEvent: onArticles,
      onGap: everything,
    }),
    follow((options) => client.categories.changed(undefined, options), {
      onEvent: () => invalidate(orpc.categories.key(), orpc.articles.list.key()),
    }),
    follow((options) => client.jobs.changed(undefined, options), { onEvent: onJob }),
    follow((options) => client.settings.changed(undefined, options), {
      onEvent(settings) {
        queryClient.setQueryData(orpc.settings.get.queryKey(), settings)
        invalidate(orpc.people.key())
      },
    }),
    follow((options) => client.templates.changed(undefined, options), {
      onEvent: () => invalidate(orpc.templates.key()),
    }),
    follow((options) => client.snippets.changed(undefined, options), {
      onEvent: () => invalidate(orpc.snippets.key()),
    }),
    follow((options) => client.server.changed(undefined, options), {
      onEvent: (status) => queryClient.setQueryData(orpc.server.status.queryKey(), status),
    }),
    follow((options) => client.media.changed(undefined, options), {
      onEvent: ({ ids, pending, problem }) => {
        queryClient.setQueryData(orpc.media.status.queryKey(), { pending, problem })
        invalidate(orpc.media.list.key(), orpc.media.weigh.key())
        for (const id of ids) invalidate(orpc.media.get.key({ input: { id } }))
      },
    }),
    follow((options) => client.checks.changed(undefined, options), {
      onEvent: () => invalidate(orpc.checks.key()),
    }),
    follow((options) => client.analytics.changed(undefined, options), {
      onEvent: () => invalidate(orpc.analytics.key(), orpc.articles.list.key()),
    }),
    follow((options) => client.comments.changed(undefined, options), {
      onEvent: ({ articleId }) =>
        invalidate(orpc.comments.list.key({ input: { articleId } }), orpc.people.key()),
    }),
    follow((options) => client.reviews.changed(undefined, options), {
      onEvent: ({ articleId }) =>
        invalidate(orpc.reviews.list.key({ input: { articleId } }), orpc.people.key()),
    }),
  ]
  return () => {
    stop()
    for (const end of stops) end()
  }
}

/** The one place that turns what the core announces into fresh queries. In a layout effect: queries begin in later ones. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient()
  useLayoutEffect(() => followAll(queryClient), [queryClient])
}
