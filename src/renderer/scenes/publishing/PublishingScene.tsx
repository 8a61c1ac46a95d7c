import { Button, Group, Menu, Select, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconDots, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TargetId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { useDesk } from '../../shell/desk-actions.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { DeployHistory } from './DeployHistory.tsx'
import { JobsList } from './JobsList.tsx'
import { PendingArticles } from './PendingArticles.tsx'
import classes from './Publishing.module.css'
import { ScheduledArticles } from './ScheduledArticles.tsx'
import { SiteServer } from './SiteServer.tsx'
import { Targets } from './Targets.tsx'

export function PublishingScene() {
  const { t } = useTranslation('publishing')
  useDocumentTitle(`${t('title')} · Galley`)
  const desk = useDesk()
  const targets = useQuery(orpc.targets.list.queryOptions())
  const [chosen, setChosen] = useState<TargetId>()
  const target = targets.data?.find(({ id }) => id === chosen) ?? targets.data?.[0]
  return (
    <div className={classes.scene}>
      <Group className={classes.bar} gap="sm">
        <Title order={1} fz={16}>
          {t('title')}
        </Title>
        {target && (targets.data?.length ?? 0) > 1 && (
          <Select
            aria-label={t('targets')}
            allowDeselect={false}
            data={targets.data?.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
            value={String(target.id)}
            onChange={(value) => setChosen(targets.data?.find(({ id }) => String(id) === value)?.id)}
          />
        )}
        <Group gap={4} ml="auto">
          <Button
            leftSection={<IconSend size={15} aria-hidden />}
            onClick={() => desk.publish({ kind: 'changed' })}
          >
            {t('publishChanged')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton variant="default" size={30} label={t('more')} icon={IconDots} />
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => desk.publish({ kind: 'site' })}>{t('publishSite')}</Menu.Item>
              <Menu.Item onClick={() => desk.publish({ kind: 'everything' })}>
                {t('publishEverything')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <div className={classes.panes}>
        <div className={classes.pane} tabIndex={-1}>
          {targets.error && <ErrorAlert error={targets.error} onRetry={() => void targets.refetch()} />}
          <Targets targets={targets.data} />
          {target && <SiteServer target={target} />}
          <PendingArticles />
          <ScheduledArticles />
        </div>
        <div className={classes.pane} tabIndex={-1}>
          <JobsList />
          {target && <DeployHistory target={target} />}
        </div>
      </div>
    </div>
  )
}
