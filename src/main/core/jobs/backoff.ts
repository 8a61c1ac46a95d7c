const first = 5_000
const longest = 30 * 60_000

/** No wait is longer, ms. */
export const longestBackoff = 1.1 * longest

/** How long to wait after the given number of attempts, ms: doubling, capped, with a fifth of jitter. */
export function backoff(attempts: number, random: () => number = Math.random): number {
  const wait = Math.min(longest, first * 2 ** Math.max(0, attempts - 1))
  return Math.round(wait * (0.9 + random() * 0.2))
}
