import { useTranslation } from 'react-i18next'

/** Seconds as text, in minutes where there are any. */
export function useReadTime(): (seconds: number) => string {
  const { t } = useTranslation('analytics')
  return (value) => {
    const whole = Math.round(value)
    const minutes = Math.floor(whole / 60)
    const seconds = whole % 60
    return minutes > 0 ? t('minutes', { minutes, seconds }) : t('seconds', { seconds })
  }
}
