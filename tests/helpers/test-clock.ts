import type { Clock } from '../../src/main/core/platform.ts'

export interface TestClock extends Clock {
  /** Moves time on and calls back what became due, in order. */
  advance(milliseconds: number): void
}

/** 2026-03-02 09:00:00 in Shanghai, a Monday. */
export const testStart = Date.UTC(2026, 2, 2, 1)

/** Time that only moves when told to. */
export function createTestClock(start = testStart): TestClock {
  let now = start
  const waiting = new Set<{ time: number; callback: () => void }>()
  return {
    now: () => now,
    at(time, callback) {
      const entry = { time, callback }
      waiting.add(entry)
      return () => waiting.delete(entry)
    },
    advance(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const next = [...waiting].filter((entry) => entry.time <= end).sort((a, b) => a.time - b.time)[0]
        if (!next) break
        waiting.delete(next)
        now = Math.max(now, next.time)
        next.callback()
      }
      now = end
    },
  }
}
