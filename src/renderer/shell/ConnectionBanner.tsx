import { Group, Loader, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnectionState } from '../api/client.ts'
import classes from './Shell.module.css'

/** Says that the core is away, once it has been for longer than a blink; goes by itself. */
export function ConnectionBanner() {
  const { t } = useTranslation('shell')
  const lost = useConnectionState() === 'reconnecting'
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!lost) return setShown(false)
    const timer = setTimeout(() => setShown(true), 800)
    return () => clearTimeout(timer)
  }, [lost])
  return (
    <div role="status" aria-live="polite" className={classes.bannerSlot}>
      {shown && (
        <Group className={classes.banner} gap="xs" wrap="nowrap">
          <Loader size={14} color="currentColor" />
          <Text size="sm" fw={600}>
            {t('connectionLost')}
          </Text>
          <Text size="sm">{t('connectionLostHint')}</Text>
        </Group>
      )}
    </div>
  )
}
