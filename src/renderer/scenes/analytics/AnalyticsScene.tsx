import { Button, Loader, Text } from '@mantine/core'
import { useDisclosure, useDocumentTitle } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconChartHistogram, IconFileAnalytics, IconRefresh, IconSend } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Period } from '#shared/contract/analytics.ts'
import { client, orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useSiteZone } from '../article-editor/use-site-zone.ts'
import classes from './AnalyticsScene.module.css'
import { Dashboard } from './Dashboard.tsx'
import { LogSources } from './LogSources.tsx'
import { PeriodPicker } from './PeriodPicker.tsx'
import { granularityOf, type PeriodName, periodUpToToday } from './period.ts'

export function AnalyticsScene() {
  const { t } = useTranslation('analytics')
  useDocumentTitle(`${t('title')} · Galley`)
  const format = useFormat()
  const [, navigate] = useLocation()
  const zone = useSiteZone()
  const [name, setName] = useState<PeriodName>('month')
  const [custom, setCustom] = useState<Period>(() => periodUpToToday('week', zone))
  const [sourcesOpened, sourcesDialog] = useDisclosure(false)

  const period = name === 'custom' ? custom : periodUpToToday(name, zone)
  const granularity = granularityOf(period)
  const overview = useQuery(
    orpc.analytics.overview.queryOptions({
      input: { ...period, granularity },
      placeholderData: keepPreviousData,
    }),
  )
  const sources = useQuery(orpc.analytics.sources.queryOptions())
  const reading = useMutation({
    mutationFn: () => client.analytics.ingest(),
    onSuccess: ({ lines, views }) =>
      notifications.show({
        message: t('readResult', { lines: format.number(lines), views: format.number(views) }),
      }),
    onError: reportError,
  })

  const lastReadAt = Math.max(0, ...(sources.data ?? []).map((source) => source.lastReadAt ?? 0))
  const hasFigures = (overview.data?.totals.views ?? 0) > 0 || (overview.data?.previous.views ?? 0) > 0
  const neverCounted = !hasFigures && name === 'month' && !sources.data?.some((source) => source.lines > 0)

  return (
    <div className={`${classes.scene} ${classes.colors}`}>
      <header className={classes.header}>
        <h1>{t('title')}</h1>
        <PeriodPicker name={name} custom={custom} zone={zone} onName={setName} onCustom={setCustom} />
        {overview.isFetching && !overview.isPending && <Loader size={14} />}
        <span className={classes.spring} />
        <Text size="xs" c="dimmed">
          {lastReadAt > 0 ? t('lastRead', { time: format.ago(lastReadAt) }) : t('neverRead')}
        </Text>
        <IconButton
          label={t('readNow')}
          icon={IconRefresh}
          iconSize={15}
          variant="default"
          size={30}
          loading={reading.isPending}
          onClick={() => reading.mutate()}
        />
        <Button
          variant="default"
          leftSection={<IconFileAnalytics size={15} aria-hidden />}
          onClick={sourcesDialog.open}
        >
          {t('sources.title')}
        </Button>
      </header>
      {overview.isError ? (
        <div className={classes.body}>
          <ErrorAlert error={overview.error} onRetry={() => void overview.refetch()} />
        </div>
      ) : !overview.data || sources.isPending ? (
        <EmptyState icon={IconChartHistogram} title={t('loading', { ns: 'common' })} />
      ) : neverCounted ? (
        <EmptyState icon={IconChartHistogram} title={t('empty.title')} hint={t('empty.hint')}>
          <Button leftSection={<IconSend size={15} aria-hidden />} onClick={() => navigate('/publishing')}>
            {t('empty.publishing')}
          </Button>
          <Button variant="default" onClick={sourcesDialog.open}>
            {t('empty.addLog')}
          </Button>
        </EmptyState>
      ) : overview.data.totals.views === 0 && overview.data.previous.views === 0 ? (
        <EmptyState icon={IconChartHistogram} title={t('nothingInPeriod')} hint={t('nothingInPeriodHint')} />
      ) : (
        <Dashboard overview={overview.data} granularity={granularity} zone={zone} />
      )}
      <LogSources opened={sourcesOpened} onClose={sourcesDialog.close} />
    </div>
  )
}
