import { Button, Progress } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transfers } from './create-transfers.ts'
import classes from './TransferBar.module.css'

/** How far the pictures of the article are, all together; nothing while there are none. */
export function TransferBar({ transfers }: { transfers: Transfers }) {
  const { t } = useTranslation('paste')
  const { open, failed, done } = useSyncExternalStore(transfers.subscribe, transfers.counts)
  if (open === 0 && failed === 0) return null
  return (
    <section className={classes.bar} aria-label={t('bar.label')}>
      <span role="status">
        {open > 0 ? t('bar.open', { done, open }) : t('bar.failed', { count: failed })}
      </span>
      {open > 0 && (
        <Progress
          className={classes.progress}
          value={(done / (done + open)) * 100}
          animated
          aria-label={t('bar.label')}
        />
      )}
      <span className={classes.actions}>
        {open > 0 ? (
          <Button size="compact-xs" variant="default" onClick={transfers.cancelAll}>
            {t('bar.cancel')}
          </Button>
        ) : (
          <>
            <Button size="compact-xs" variant="default" onClick={transfers.retryFailed}>
              {t('bar.retry')}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={transfers.dismissFailed}>
              {t('bar.dismiss')}
            </Button>
          </>
        )}
      </span>
    </section>
  )
}
