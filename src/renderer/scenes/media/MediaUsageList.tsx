import { Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MediaUsage } from '#shared/contract/media.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import classes from './Media.module.css'

/** The articles that show a picture and where in them; a click opens one. */
export function MediaUsageList({ usage }: { usage: MediaUsage | undefined }) {
  const { t } = useTranslation(['media', 'common'])
  const desk = useDesk()
  if (!usage) return null
  return (
    <>
      {usage.articles.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('media:noUsage')}
        </Text>
      )}
      <ul className={classes.usage}>
        {usage.articles.map((article) => {
          const places = [
            article.inBody && t('media:inBody'),
            article.asCover && t('media:asCover'),
            article.onSite && t('media:onSite'),
            article.trashed && t('media:trashed'),
          ].filter((place) => place !== false)
          return (
            <li key={article.id}>
              <UnstyledButton onClick={() => desk.openArticle(article.id)}>
                <span>{article.title || t('common:untitled')}</span>
                <span className={classes.place}>{places.join(' · ')}</span>
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      {usage.inTemplates && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('media:inTemplates')}
        </Text>
      )}
      {usage.versions > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('media:versions', { count: usage.versions })}
        </Text>
      )}
    </>
  )
}
