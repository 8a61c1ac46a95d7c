import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLetterCase, IconRegex, IconTextScan2, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FindOptions } from '#shared/document/find/text-pattern.ts'

const choices = [
  ['caseSensitive', IconLetterCase],
  ['wholeWord', IconTextScan2],
  ['regularExpression', IconRegex],
] as const satisfies [keyof FindOptions, TablerIcon][]

interface Props {
  options: FindOptions
  onChange: (options: FindOptions) => void
}

/** Case, whole words, regular expression: inside a field for what to find. */
export function FindOptionButtons({ options, onChange }: Props) {
  const { t } = useTranslation('finding')
  return (
    <>
      {choices.map(([name, Icon]) => (
        <Tooltip key={name} label={t(name)}>
          <ActionIcon
            size={22}
            variant={options[name] ? 'light' : 'subtle'}
            color={options[name] ? undefined : 'gray'}
            aria-label={t(name)}
            aria-pressed={options[name]}
            onClick={() => onChange({ ...options, [name]: !options[name] })}
          >
            <Icon size={15} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
      ))}
    </>
  )
}
