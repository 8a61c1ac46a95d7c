import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { DateTimePicker } from '@mantine/dates'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleSummary } from '#shared/contract/articles.ts'
import { client, orpc } from '../../../api/client.ts'
import { reportError } from '../../../errors/report-error.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { fromSiteTime, toSiteTime } from '../site-time.ts'
import { useSiteZone } from '../use-site-zone.ts'

const hour = 3_600_000

interface Props {
  article: Pick<ArticleSummary, 'id' | 'scheduledAt'>
  /** Which version is to be published, saved first where it is being written; null: it could not be saved. */
  version: () => Promise<number | null>
  onScheduled?: () => void
  onClose: () => void
}

/** Publication at a set time, in the site's time zone. */
export function ScheduleDialog({ article: { id, scheduledAt }, version, onScheduled, onClose }: Props) {
  const { t } = useTranslation('editor')
  const zone = useSiteZone()
  const { data: targets } = useQuery(orpc.targets.list.queryOptions())
  const nextHour = Math.ceil((Date.now() + hour / 2) / hour) * hour
  const [time, setTime] = useState<string | null>(toSiteTime(scheduledAt ?? nextHour, zone))
  const [chosen, setChosen] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const target = targets?.find(({ id }) => String(id) === chosen) ?? targets?.[0]
  const at = time === null ? null : fromSiteTime(time, zone)
  const past = at !== null && at <= Date.now()

  const schedule = async () => {
    if (at === null || !target) return
    setBusy(true)
    try {
      const baseVersion = await version()
      if (baseVersion === null) return
      await client.publishing.schedule({ articleId: id, baseVersion, targetId: target.id, at })
      onScheduled?.()
      onClose()
    } catch (error) {
      reportError(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog onClose={onClose} title={t('schedule.title')} size={420}>
      <Stack>
        <DateTimePicker
          label={t('schedule.time')}
          description={t('schedule.zone', { zone })}
          value={time}
          onChange={setTime}
          withSeconds
          valueFormat="YYYY-MM-DD HH:mm:ss"
          size="sm"
          error={past && t('schedule.past')}
          data-autofocus
        />
        {targets?.length === 0 && <Alert color="yellow">{t('schedule.noTarget')}</Alert>}
        {targets && targets.length > 1 && (
          <Select
            label={t('schedule.target')}
            size="sm"
            data={targets.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={target ? String(target.id) : null}
            onChange={setChosen}
            allowDeselect={false}
          />
        )}
        <Text size="xs" c="dimmed">
          {t('schedule.hint')}
        </Text>
        <Group justify="flex-end">
          <Button loading={busy} disabled={at === null || past || !target} onClick={schedule}>
            {t('schedule.confirm')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
