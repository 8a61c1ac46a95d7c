import '@mantine/charts/styles.css'
import { AreaChart } from '@mantine/charts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeriesPoint } from '#shared/contract/analytics.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { dayLabels } from './period.ts'

interface ViewsChartProps {
  series: SeriesPoint[]
  granularity: 'day' | 'hour'
  zone: string
}

export function ViewsChart({ series, granularity, zone }: ViewsChartProps) {
  const { t, i18n } = useTranslation('analytics')
  const format = useFormat()
  const data = useMemo(() => {
    const hours = new Intl.DateTimeFormat(i18n.language, {
      timeZone: zone,
      ...(series.length > 25 && { day: 'numeric' }),
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    })
    const label = granularity === 'hour' ? hours.format : dayLabels(i18n.language, zone)
    return series.map(({ at, views, visitors }) => ({ at: label(at), views, visitors }))
  }, [series, granularity, zone, i18n.language])

  return (
    <AreaChart
      h={220}
      data={data}
      dataKey="at"
      series={[
        { name: 'views', label: t('views'), color: 'vermilion.6' },
        { name: 'visitors', label: t('visitors'), color: 'gray.5' },
      ]}
      curveType="monotone"
      withDots={data.length < 32}
      withLegend
      legendProps={{ verticalAlign: 'top', height: 30 }}
      strokeWidth={1.8}
      dotProps={{ r: 2.5, strokeWidth: 1 }}
      activeDotProps={{ r: 4, strokeWidth: 1 }}
      fillOpacity={0.12}
      gridAxis="x"
      tickLine="none"
      valueFormatter={format.number}
      xAxisProps={{ minTickGap: 28, interval: 'preserveStartEnd' }}
      yAxisProps={{ width: 48, allowDecimals: false }}
      areaProps={{ isAnimationActive: false }}
    />
  )
}
