import { useCallback } from 'react'
import { linkedArticle } from '#shared/document/link/link-target.ts'
import { client } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { useDesk } from '../../shell/desk-actions.ts'

/** Opens the address of a link: outside, or the article that it names here. */
export function useOpenLink(): (href: string) => void {
  const { openArticle } = useDesk()
  return useCallback(
    (href) => {
      const uid = linkedArticle(href)
      if (uid)
        client.links.resolve({ uids: [uid] }).then(([found]) => found && openArticle(found.id), reportError)
      else if (/^(https?|mailto):/i.test(href)) client.app.openExternal({ url: href }).catch(reportError)
    },
    [openArticle],
  )
}
