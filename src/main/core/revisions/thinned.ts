import type { RevisionReason } from '#shared/contract/revisions.ts'

const hour = 3_600_000
const day = 24 * hour

/** Up to this age, one revision in each span of this length is kept. */
const spans = [
  { age: day, length: 0 },
  { age: 7 * day, length: hour },
  { age: 90 * day, length: day },
  { age: Number.POSITIVE_INFINITY, length: 7 * day },
]

const mayGo: Record<RevisionReason, boolean> = {
  autosave: true,
  before_restore: true,
  manual: false,
  import: false,
  conflict: false,
  published: false,
  before_merge: true,
  merge: false,
}

/**
 * Which revisions to let go of, given newest first: all of the last day stay, then the newest of each hour for a week,
 * of each day for three months, of each week after that. What somebody or something kept on
 * purpose, or gave a name, stays for ever.
 */
export function thinned<T extends { reason: RevisionReason; createdAt: number; name: string }>(
  revisions: readonly T[],
  now: number,
): T[] {
  const taken = new Set<string>()
  return revisions.filter((revision) => {
    if (!mayGo[revision.reason] || revision.name !== '') return false
    const age = now - revision.createdAt
    const length = spans.find((span) => age < span.age)?.length ?? 0
    if (length === 0) return false
    const span = `${length}:${Math.floor(revision.createdAt / length)}`
    if (taken.has(span)) return true
    taken.add(span)
    return false
  })
}
