interface SaveTimerOptions {
  /** Saves this long after the last change, and this long after the first one at the latest; ms. */
  delay: number
  longestDelay: number
  save: () => void
}

/** When a draft saves by itself: soon after a change, never while it is held. */
export function createSaveTimer({ delay, longestDelay, save }: SaveTimerOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstChangeAt = 0
  let holds = 0

  const stop = () => {
    clearTimeout(timer)
    timer = undefined
  }

  return {
    stop,
    start(wait = delay) {
      stop()
      const latest = Math.max(0, firstChangeAt + longestDelay - Date.now())
      timer = setTimeout(
        () => {
          timer = undefined
          if (holds === 0) save()
        },
        Math.min(wait, latest),
      )
    },
    noteChange() {
      firstChangeAt ||= Date.now()
    },
    /** Changes from now on belong to the next save. */
    noteSave() {
      firstChangeAt = 0
    },
    isHeld: () => holds > 0,
    /** Answers how to let go; `released` runs when nobody holds it any more. */
    hold(released: () => void) {
      holds++
      let held = true
      return () => {
        if (!held) return
        held = false
        holds--
        if (holds === 0) released()
      }
    },
  }
}
