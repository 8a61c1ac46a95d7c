import { SegmentedControl } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Period } from '#shared/contract/analytics.ts'
import { dayOf } from '#shared/model/calendar-days.ts'
import { type PeriodName, periodNames } from './period.ts'

interface PeriodPickerProps {
  name: PeriodName
  custom: Period
  zone: string
  onName: (name: PeriodName) => void
  onCustom: (period: Period) => void
}

export function PeriodPicker({ name, custom, zone, onName, onCustom }: PeriodPickerProps) {
  const { t, i18n } = useTranslation('analytics')
  // A range that is half picked is nobody else's business.
  const [range, setRange] = useState<[string | null, string | null]>([custom.from, custom.to])
  useEffect(() => setRange([custom.from, custom.to]), [custom])

  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('period')}
        value={name}
        onChange={(value) => onName(value as PeriodName)}
        data={periodNames.map((value) => ({ value, label: t(`periods.${value}`) }))}
      />
      {name === 'custom' && (
        <DatePickerInput
          type="range"
          size="xs"
          w={220}
          aria-label={t('dates')}
          placeholder={t('pickDates')}
          leftSection={<IconCalendar size={15} aria-hidden />}
          locale={i18n.language === 'zh-CN' ? 'zh-cn' : 'en'}
          valueFormat="YYYY-MM-DD"
          allowSingleDateInRange
          maxDate={dayOf(Date.now(), zone)}
          value={range}
          onChange={(value) => {
            setRange(value)
            const [from, to] = value
            if (from && to) onCustom({ from, to })
          }}
        />
      )}
    </>
  )
}
