import { implement } from '@orpc/server'
import { contract } from '#shared/contract/index.ts'
import { notFound } from '../errors.ts'
import type { Site } from './site-file.ts'

export function createPreviewRouter(openSite: () => Site) {
  const os = implement(contract.preview)
  return os.router({
    render: os.render.handler(({ input }) => openSite().article(input.articleId, input.working)),
    page: os.page.handler(({ input: { path } }) => {
      const found = openSite().respond(path)
      if (!found?.contentType.startsWith('text/html')) throw notFound('page', path)
      return { html: found.body.toString() }
    }),
  })
}
