import { IconLetterCase, IconRegex, IconTextScan2, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FindOptions } from '#shared/document/find/text-pattern.ts'
import { IconButton } from '../ui/IconButton.tsx'

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
        <IconButton
          key={name}
          size={22}
          label={t(name)}
          icon={Icon}
          iconSize={15}
          pressed={options[name]}
          onClick={() => onChange({ ...options, [name]: !options[name] })}
        />
      ))}
    </>
  )
}
