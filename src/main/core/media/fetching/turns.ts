/** Lets at most `most` through at a time, the others in order. */
export function createTurns(most: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    /** Rejects when the signal ends the waiting; then there is nothing to give back. */
    async take(signal?: AbortSignal): Promise<void> {
      signal?.throwIfAborted()
      if (running < most) {
        running++
        return
      }
      await new Promise<void>((resolve, reject) => {
        const leave = () => {
          waiting.splice(waiting.indexOf(enter), 1)
          reject(signal?.reason)
        }
        const enter = () => {
          signal?.removeEventListener('abort', leave)
          resolve()
        }
        waiting.push(enter)
        signal?.addEventListener('abort', leave, { once: true })
      })
    },
    give(): void {
      const next = waiting.shift()
      if (next) next()
      else running--
    },
  }
}
