import { oc } from '@orpc/contract'
import { z } from 'zod'

/** Milliseconds since the Unix epoch. Every time in the contract has this shape. */
export const Timestamp = z.number().int()

/**
 * The errors that any operation may answer. `reason` is a stable key: the interface translates it and says what to
 * do next (`errors.<CODE>.<reason>`). Anything else arrives as INTERNAL_SERVER_ERROR with the id of its log line.
 */
export const commonErrors = {
  NOT_FOUND: {
    data: z.object({ entity: z.string(), id: z.union([z.string(), z.number()]).optional() }),
  },
  INVALID: { data: z.object({ reason: z.string(), detail: z.string().optional() }) },
  REFUSED: { data: z.object({ reason: z.string(), detail: z.string().optional() }) },
  STORAGE: {
    data: z.object({
      reason: z.enum(['disk-full', 'read-only', 'io', 'corrupt', 'locked']),
      detail: z.string().optional(),
    }),
  },
  INTERNAL_SERVER_ERROR: { data: z.object({ logId: z.string() }) },
} as const

export const base = oc.errors(commonErrors)

export const Page = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(50),
}
