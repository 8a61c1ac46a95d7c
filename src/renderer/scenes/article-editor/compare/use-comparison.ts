import { useEffect, useMemo, useState } from 'react'
import { type ContentComparison, compareContents } from '#shared/compare/compare-contents.ts'
import type { ArticleContent } from '#shared/contract/articles.ts'

/** JSON of this length takes longer than a frame. */
const long = 60_000

const lengthOf = ({ doc }: ArticleContent) => JSON.stringify(doc).length

/** Two versions beside each other; long ones are compared beside the window. Null while that goes on. */
export function useComparison(before: ArticleContent, after: ArticleContent): ContentComparison | null {
  const here = useMemo(
    () => (lengthOf(before) + lengthOf(after) < long ? compareContents(before, after) : null),
    [before, after],
  )
  const [found, setFound] = useState<{
    of: ArticleContent
    with: ArticleContent
    result: ContentComparison
  }>()
  useEffect(() => {
    if (here) return
    const worker = new Worker(new URL('./comparison.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<ContentComparison>) =>
      setFound({ of: before, with: after, result: data })
    // Where no worker can be had, the window does it.
    worker.onerror = () => setFound({ of: before, with: after, result: compareContents(before, after) })
    worker.postMessage({ before, after })
    return () => worker.terminate()
  }, [here, before, after])
  return here ?? (found?.of === before && found.with === after ? found.result : null)
}
