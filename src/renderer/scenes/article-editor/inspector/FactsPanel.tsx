import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../../api/client.ts'
import { reportError } from '../../../errors/report-error.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'
import { toSiteTime } from '../site-time.ts'
import { useSiteZone } from '../use-site-zone.ts'
import classes from './Inspector.module.css'

/** What Galley knows about the article, and where it is read. */
export function FactsPanel({ draft }: { draft: Draft }) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const zone = useSiteZone()
  const stored = useDraftState(draft, (state) => state.stored)
  const { data: address } = useQuery(orpc.publishing.address.queryOptions({ input: { articleId: draft.id } }))
  const { url, path } = address ?? { url: null, path: null }
  const time = (at: number | null) => (at === null ? t('inspector.notPublished') : toSiteTime(at, zone))
  return (
    <dl className={classes.facts}>
      <dt>{t('inspector.created')}</dt>
      <dd>{time(stored.createdAt)}</dd>
      <dt>{t('inspector.updated')}</dt>
      <dd>{time(stored.updatedAt)}</dd>
      <dt>{t('inspector.published')}</dt>
      <dd>{time(stored.publishedAt)}</dd>
      <dt>{t('inspector.views')}</dt>
      <dd>{format.number(stored.views)}</dd>
      <dt>{t('inspector.version')}</dt>
      <dd>{stored.version}</dd>
      {path && (
        <>
          <dt>{t('inspector.address')}</dt>
          <dd>
            {url ? (
              <button
                type="button"
                className={classes.address}
                onClick={() => client.app.openExternal({ url }).catch(reportError)}
              >
                {path}
              </button>
            ) : (
              path
            )}
          </dd>
        </>
      )}
    </dl>
  )
}
