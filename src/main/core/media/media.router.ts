import { implement } from '@orpc/server'
import { media as contract } from '#shared/contract/media.ts'
import type { Events } from '../events.ts'
import type { MediaService } from './media.service.ts'
import type { MediaLibraryService } from './media-library.service.ts'
import type { Renditions } from './renditions.ts'

export function createMediaRouter(
  media: MediaService,
  library: MediaLibraryService,
  renditions: Renditions,
  events: Events,
) {
  const os = implement(contract)
  return os.router({
    upload: os.upload.handler(({ input }) => media.upload(input.file)),
    get: os.get.handler(({ input }) => media.get(input.id)),
    fetch: os.fetch.handler(({ input, signal }) => media.fetch(input.url, signal)),
    list: os.list.handler(({ input }) => library.list(input)),
    usage: os.usage.handler(({ input }) => library.usage(input.id)),
    update: os.update.handler(({ input }) => library.update(input.id, input.changes)),
    edit: os.edit.handler(({ input }) => library.edit(input.id, input.edit)),
    replace: os.replace.handler(({ input, signal }) =>
      library.replace(input.from, input.to, input.articleIds, signal),
    ),
    delete: os.delete.handler(({ input }) => library.delete(input.ids)),
    weigh: os.weigh.handler(({ input }) => library.weigh(input.ids)),
    duplicates: os.duplicates.handler(() => library.duplicates()),
    status: os.status.handler(() => renditions.status()),
    changed: os.changed.handler(({ signal }) => events.subscribe('media.changed', { signal })),
  })
}
