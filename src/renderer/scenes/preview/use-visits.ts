import { useState } from 'react'
import { client } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { useOpenLink } from '../article-editor/use-open-link.ts'

/** A page of the site, in place of the article's. */
interface VisitedPage {
  /** On the site. */
  path: string
  html: string
}

/** Follows the links of a previewed page: within the site in the preview itself, others outside. */
export function useVisits(previewBase: string | undefined) {
  const [visited, setVisited] = useState<VisitedPage | null>(null)
  const openLink = useOpenLink()

  const follow = (href: string) => {
    if (previewBase === undefined || !href.startsWith(previewBase)) return openLink(href)
    const [address = ''] = href.slice(previewBase.length).split(/[?#]/)
    const path = decodeURIComponent(address)
    client.preview.page({ path }).then(({ html }) => setVisited({ path, html }), reportError)
  }

  return { visited, follow, back: () => setVisited(null) }
}
