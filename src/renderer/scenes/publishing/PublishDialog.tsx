import type { z } from 'zod'
import type { PublishRequest as RequestSchema } from '#shared/contract/publishing.ts'

export type PublishRequest = z.infer<typeof RequestSchema>

export function PublishDialog(_: { request: PublishRequest; onClose: () => void }) {
  return null
}
