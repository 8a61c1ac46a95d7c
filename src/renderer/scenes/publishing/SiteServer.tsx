import { Badge, Button, Text } from '@mantine/core'
import { IconExternalLink, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Target } from '#shared/contract/publishing.ts'
import { client, orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { Panel } from '../../ui/Panel.tsx'
import classes from './Publishing.module.css'

/** The embedded server that shows the published site on this machine. */
export function SiteServer({ target }: { target: Target }) {
  const { t } = useTranslation('publishing')
  const queryClient = useQueryClient()
  const status = useQuery(orpc.server.status.queryOptions())
  const running = status.data?.running === true && status.data.targetId === target.id
  const url = status.data?.url
  const change = useMutation({
    mutationFn: () => (running ? client.server.stop() : client.server.start({ targetId: target.id })),
    onSuccess: (next) => queryClient.setQueryData(orpc.server.status.queryKey(), next),
    onError: reportError,
  })
  return (
    <Panel title={t('server')} hint={t('serverHint')}>
      <div className={classes.line}>
        <Badge variant={running ? 'outline' : 'default'} color="green" tt="none">
          {t(running ? 'serverRunning' : 'serverStopped')}
        </Badge>
        <Text size="sm" ff="monospace" truncate title={url ?? undefined} className={classes.lineText}>
          {running ? url : ''}
        </Text>
        {running && url && (
          <Button
            component="a"
            href={url}
            target="_blank"
            rel="noreferrer"
            variant="default"
            rightSection={<IconExternalLink size={14} aria-hidden />}
          >
            {t('openSite')}
          </Button>
        )}
        <Button
          variant="default"
          loading={change.isPending}
          leftSection={
            running ? <IconPlayerStop size={14} aria-hidden /> : <IconPlayerPlay size={14} aria-hidden />
          }
          onClick={() => change.mutate()}
        >
          {t(running ? 'serverStop' : 'serverStart')}
        </Button>
      </div>
    </Panel>
  )
}
