import { Button, Text, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { Panel, PanelNote } from '../../ui/Panel.tsx'
import classes from './Publishing.module.css'

export function ScheduledArticles() {
  const { t } = useTranslation(['publishing', 'library', 'common'])
  const format = useFormat()
  const desk = useDesk()
  const { data } = useQuery(
    orpc.articles.list.queryOptions({ input: { filter: { state: 'scheduled' }, limit: 100 } }),
  )
  const unschedule = useMutation(
    orpc.publishing.unschedule.mutationOptions({
      onSuccess: () => notifications.show({ message: t('publishing:unscheduled') }),
      onError: reportError,
    }),
  )
  const articles = [...(data?.items ?? [])].sort((a, b) => (a.scheduledAt ?? 0) - (b.scheduledAt ?? 0))
  return (
    <Panel title={t('publishing:scheduled')}>
      {data?.total === 0 && <PanelNote>{t('publishing:nothingScheduled')}</PanelNote>}
      {articles.map(({ id, title, scheduledAt }) => (
        <div key={id} className={classes.line}>
          <div className={classes.lineText}>
            <UnstyledButton className={classes.link} title={title} onClick={() => desk.openArticle(id)}>
              {title || t('common:untitled')}
            </UnstyledButton>
            <Text size="xs" c="dimmed">
              {scheduledAt && t('library:scheduledFor', { date: format.dateTime(scheduledAt) })}
            </Text>
          </div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => unschedule.mutate({ articleId: id })}
          >
            {t('publishing:unschedule')}
          </Button>
        </div>
      ))}
    </Panel>
  )
}
