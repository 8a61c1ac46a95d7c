import { Indicator, UnstyledButton } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { tooltip } from '../ui/tooltip.ts'
import { useDesk } from './desk-actions.ts'
import { scenes } from './routes.tsx'
import classes from './Shell.module.css'
import { useJobCounts } from './use-job-counts.ts'

export function NavRail() {
  const { t } = useTranslation('shell')
  const [location, navigate] = useLocation()
  const { showShortcuts } = useDesk()
  const jobs = useJobCounts()
  const badge = jobs.failed || jobs.running
  const jobsLabel = jobs.failed
    ? t('jobsFailed', { count: jobs.failed })
    : jobs.running
      ? t('jobsRunning', { count: jobs.running })
      : ''
  return (
    <nav className={classes.rail} aria-label={t('navigation')}>
      {scenes.map(({ name, path, icon: Icon }, index) => {
        const active = location.startsWith(path) || (name === 'library' && location.startsWith('/articles'))
        const hasBadge = name === 'publishing' && badge > 0
        return (
          <UnstyledButton
            key={name}
            {...tooltip(t(name), { keys: `mod+${index + 1}`, side: 'right' })}
            className={classes.railItem}
            data-active={active || undefined}
            aria-current={active ? 'page' : undefined}
            aria-label={hasBadge ? `${t(name)}: ${jobsLabel}` : t(name)}
            onClick={() => navigate(path)}
          >
            <Indicator
              disabled={!hasBadge}
              label={badge}
              size={15}
              offset={2}
              color={jobs.failed ? 'red.8' : 'blue.8'}
              processing={!jobs.failed}
            >
              <Icon size={20} stroke={1.6} aria-hidden />
            </Indicator>
            <span aria-hidden>{t(name)}</span>
          </UnstyledButton>
        )
      })}
      <UnstyledButton
        {...tooltip(t('shortcuts'), { side: 'right' })}
        className={classes.railItem}
        mt="auto"
        aria-label={t('shortcuts')}
        onClick={showShortcuts}
      >
        <IconKeyboard size={18} stroke={1.6} aria-hidden />
      </UnstyledButton>
    </nav>
  )
}
