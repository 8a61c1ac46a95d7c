import { SegmentedControl, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { canTransition, EditorialState } from '#shared/model/article-state.ts'
import { client } from '../../../api/client.ts'
import { reportError } from '../../../errors/report-error.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'
import { toSiteTime } from '../site-time.ts'
import { useSiteZone } from '../use-site-zone.ts'

/** Draft, in review, approved by hand; the other states come about by publishing. */
export function StateField({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['editor', 'common'])
  const zone = useSiteZone()
  const state = useDraftState(draft, ({ stored }) => stored.state)
  const scheduledAt = useDraftState(draft, ({ stored }) => stored.scheduledAt)
  const publishedAt = useDraftState(draft, ({ stored }) => stored.publishedAt)

  const move = async (next: EditorialState) => {
    try {
      await draft.flush()
      draft.adopt(
        await client.articles.setState({ id: draft.id, baseVersion: draft.baseVersion(), state: next }),
      )
    } catch (error) {
      reportError(error)
    }
  }

  const at = state === 'scheduled' ? scheduledAt : publishedAt
  const fixed =
    state === 'scheduled' || state === 'published' || state === 'withdrawn'
      ? t(`editor:inspector.stateFixed.${state}`, { time: at === null ? '' : toSiteTime(at, zone) })
      : null

  return (
    <div>
      {state !== 'published' && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('editor:inspector.state')}
          value={state}
          onChange={(value) => void move(value as EditorialState)}
          data={EditorialState.options.map((option) => ({
            value: option,
            label: t(`common:state.${option}`),
            disabled: option !== state && !canTransition(state, option),
          }))}
        />
      )}
      {fixed && (
        <Text size="xs" c="dimmed" mt={state === 'published' ? 0 : 6}>
          {fixed}
        </Text>
      )}
    </div>
  )
}
