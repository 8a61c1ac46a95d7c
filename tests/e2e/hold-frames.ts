import type { Page } from '@playwright/test'

declare global {
  interface Window {
    letPaint?: () => void
  }
}

/** From now on no frame of the page comes, and nothing that waits for one, until the answer is called. */
export async function holdFrames(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { requestAnimationFrame } = window
    const held: FrameRequestCallback[] = []
    window.requestAnimationFrame = (callback) => held.push(callback)
    window.letPaint = () => {
      window.requestAnimationFrame = requestAnimationFrame
      for (const callback of held) requestAnimationFrame(callback)
    }
  })
  return () => page.evaluate(() => window.letPaint?.())
}
