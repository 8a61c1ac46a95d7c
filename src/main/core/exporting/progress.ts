/** Lets a loop follow work that reports how far it is; it sees the latest report, not every one. */
export function createProgress() {
  let latest: number | null = null
  let ended = false
  let wake = () => {}
  return {
    report(done: number): void {
      latest = done
      wake()
    },
    end(): void {
      ended = true
      wake()
    },
    async *[Symbol.asyncIterator](): AsyncGenerator<number> {
      while (!ended) {
        if (latest === null) await new Promise<void>((resolve) => (wake = resolve))
        if (latest !== null && !ended) {
          const done = latest
          latest = null
          yield done
        }
      }
    },
  }
}
