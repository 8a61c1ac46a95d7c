import { type ReactNode, startTransition, useEffect, useState } from 'react'

/** What stands around a text and can wait: it is mounted once the text has been painted, in slices between keys. */
export function AfterPaint({ children }: { children: ReactNode }): ReactNode {
  const [painted, setPainted] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setPainted(true)))
    return () => cancelAnimationFrame(frame)
  }, [])
  return painted && children
}
