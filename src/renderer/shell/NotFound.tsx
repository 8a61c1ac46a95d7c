import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { EmptyState } from '../ui/EmptyState.tsx'

export function NotFound() {
  const { t } = useTranslation('shell')
  const [, navigate] = useLocation()
  return (
    <EmptyState icon={IconMapOff} title={t('notFound')}>
      <Button variant="default" onClick={() => navigate('/library')}>
        {t('toLibrary')}
      </Button>
    </EmptyState>
  )
}
