import { randomUUID } from 'node:crypto'
import { ORPCError, os } from '@orpc/server'
import type { Logger } from 'pino'
import { storageError } from './errors.ts'

/** Lets declared errors through, names storage trouble, and hides everything else behind the id of its log line. */
export const guardErrors = (logger: Logger) =>
  os.middleware(async ({ next, path }) => {
    try {
      return await next()
    } catch (error) {
      if (error instanceof ORPCError) throw error
      const storage = storageError(error)
      if (storage) {
        logger.warn({ operation: path.join('.'), err: error }, 'storage trouble')
        throw storage
      }
      const logId = randomUUID().slice(0, 8)
      logger.error({ operation: path.join('.'), logId, err: error }, 'unexpected error')
      throw new ORPCError('INTERNAL_SERVER_ERROR', { data: { logId } })
    }
  })
