import type { Clock } from './platform.ts'

/** Timers overflow at 2^31 ms, and a sleeping machine delays them: wake up at least this often and look again. */
const longestWait = 60_000

export const systemClock: Clock = {
  now: () => Date.now(),
  at(time, callback) {
    let timer: NodeJS.Timeout
    const wait = () => {
      const left = time - Date.now()
      if (left <= 0) callback()
      else {
        timer = setTimeout(wait, Math.min(left, longestWait))
        timer.unref()
      }
    }
    timer = setTimeout(wait, 0)
    return () => clearTimeout(timer)
  },
}
