import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface ShowMoreProps {
  count: number
  atFirst: number
  all: boolean
  onToggle: () => void
}

export function ShowMore({ count, atFirst, all, onToggle }: ShowMoreProps) {
  const { t } = useTranslation('analytics')
  if (count <= atFirst) return null
  return (
    <Button variant="subtle" color="gray" mt={6} aria-expanded={all} onClick={onToggle}>
      {all ? t('showLess') : t('showMore', { count })}
    </Button>
  )
}
