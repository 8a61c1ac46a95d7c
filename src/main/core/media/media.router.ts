import { implement } from '@orpc/server'
import { media as contract } from '#shared/contract/media.ts'
import type { MediaRepository } from './media.repository.ts'
import type { MediaService } from './media.service.ts'

export function createMediaRouter(media: MediaService, repository: MediaRepository) {
  const os = implement(contract)
  return os.router({
    upload: os.upload.handler(({ input }) => media.upload(input.file)),
    get: os.get.handler(({ input }) => media.get(input.id)),
    list: os.list.handler(({ input }) => repository.list(input.query, input.offset, input.limit)),
  })
}
