import type { Frame, Page } from '@playwright/test'

interface Watched {
  paints: number[]
  keys: number[]
}

declare global {
  interface Window {
    watched: Watched
    shown: [length: number, at: number][]
  }
}

/**
 * From now on notes how long each key, or each text that comes without one, takes from its event to the end of the
 * next frame's work.
 */
export const watchPaints = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.watched = { paints: [], keys: [] }
    let fromKey = false
    const note = (event: Event) => {
      window.watched.keys.push(performance.timeOrigin + event.timeStamp)
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        // Runs after style, layout and paint of the frame that just began.
        port1.onmessage = () => window.watched.paints.push(performance.now() - event.timeStamp)
        port2.postMessage(null)
      })
    }
    window.addEventListener(
      'keydown',
      (event) => {
        fromKey = true
        note(event)
      },
      true,
    )
    window.addEventListener(
      'beforeinput',
      (event) => {
        if (!fromKey) note(event)
        fromKey = false
      },
      true,
    )
  })

/** What was noted since the last time; `keys` on the clock that all frames share. */
export const takePaints = (page: Page): Promise<Watched> =>
  page.evaluate(async () => {
    const { watched } = window
    while (watched.paints.length < watched.keys.length)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    window.watched = { paints: [], keys: [] }
    return watched
  })

/** From now on notes when how many letters after `mark` were on the frame's page. */
export const watchShown = (frame: Frame, mark: string): Promise<void> =>
  frame.evaluate((mark) => {
    window.shown = []
    const letters = () =>
      new RegExp(`${mark}([a-z]*)`).exec(document.body.textContent ?? '')?.[1]?.length ?? 0
    new MutationObserver(() => {
      const length = letters()
      requestAnimationFrame(() => window.shown.push([length, performance.timeOrigin + performance.now()]))
    }).observe(document, { subtree: true, childList: true, characterData: true })
  }, mark)

/** Waits until `count` letters are shown. */
export async function takeShown(frame: Frame, count: number): Promise<Window['shown']> {
  await frame.waitForFunction((count) => (window.shown.at(-1)?.[0] ?? 0) >= count, count)
  return frame.evaluate(() => window.shown)
}
