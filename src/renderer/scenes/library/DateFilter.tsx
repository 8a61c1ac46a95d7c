import { Select, Stack } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeFilter, useLibraryView } from './library-view.ts'

const presets = ['any', 'today', 'lastWeek', 'lastMonth', 'thisYear', 'custom'] as const
type Preset = (typeof presets)[number]

const beginningOf = (preset: Preset): number | undefined => {
  const today = dayjs().startOf('day')
  if (preset === 'today') return today.valueOf()
  if (preset === 'lastWeek') return today.subtract(6, 'day').valueOf()
  if (preset === 'lastMonth') return today.subtract(29, 'day').valueOf()
  if (preset === 'thisYear') return today.startOf('year').valueOf()
  return undefined
}

const isPreset = (value: string | null): value is Preset => presets.some((preset) => preset === value)

export function DateFilter() {
  const { t } = useTranslation(['library', 'common'])
  const { filter } = useLibraryView()
  const [chosen, setChosen] = useState<Preset>('any')
  const [range, setRange] = useState<[string | null, string | null]>([null, null])
  // Filters may be cleared elsewhere.
  const preset = chosen === 'custom' || filter.from !== undefined ? chosen : 'any'
  const labels: Record<Preset, string> = {
    any: t('anyDate'),
    today: t('today'),
    lastWeek: t('lastWeek'),
    lastMonth: t('lastMonth'),
    thisYear: t('thisYear'),
    custom: t('customRange'),
  }
  return (
    <Stack gap={6} px={10} pb="sm">
      <Select
        aria-label={t('dates')}
        allowDeselect={false}
        data={presets.map((value) => ({ value, label: labels[value] }))}
        value={preset}
        onChange={(value) => {
          if (!isPreset(value)) return
          setChosen(value)
          setRange([null, null])
          changeFilter({ from: beginningOf(value), to: undefined })
        }}
      />
      {preset === 'custom' && (
        <DatePickerInput
          type="range"
          size="xs"
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          aria-label={t('customRange')}
          placeholder={t('customRange')}
          valueFormat="YYYY-MM-DD"
          value={range}
          onChange={(value) => {
            setRange(value)
            const [from, to] = value
            changeFilter({
              from: from && to ? dayjs(from).valueOf() : undefined,
              to: from && to ? dayjs(to).add(1, 'day').valueOf() : undefined,
            })
          }}
        />
      )}
    </Stack>
  )
}
