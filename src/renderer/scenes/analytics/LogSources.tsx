import { Badge, Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogSource } from '#shared/contract/analytics.ts'
import { client, orpc } from '../../api/client.ts'
import { presentError } from '../../errors/present-error.ts'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import classes from './AnalyticsScene.module.css'

/** Which logs are read: adds, removes, shows what became of each. */
export function LogSources({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('analytics')
  const queryClient = useQueryClient()
  const [path, setPath] = useState('')
  const sources = useQuery(orpc.analytics.sources.queryOptions({ enabled: opened }))
  const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.analytics.key() })
  const adding = useMutation({
    mutationFn: (path: string) => client.analytics.addSource({ path }),
    onSuccess: () => {
      setPath('')
      notifications.show({ message: t('sources.added') })
      void refresh()
      client.analytics.ingest().then(refresh, reportError)
    },
  })
  const failure = adding.error && presentError(adding.error)

  const remove = (source: LogSource) =>
    modals.openConfirmModal({
      title: t('sources.removeTitle'),
      children: (
        <>
          <p className={classes.path}>{source.path}</p>
          <Text size="sm">{t('sources.removeHint')}</Text>
        </>
      ),
      labels: { confirm: t('sources.remove'), cancel: t('cancel', { ns: 'common' }) },
      onConfirm: () => client.analytics.removeSource({ id: source.id }).then(refresh, reportError),
    })

  return (
    <Modal opened={opened} onClose={onClose} title={t('sources.title')} size={620}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('sources.hint')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (path.trim()) adding.mutate(path.trim())
        }}
      >
        <Group align="flex-end" gap="xs" wrap="nowrap" mb="md">
          <TextInput
            flex={1}
            label={t('sources.path')}
            placeholder={t('sources.pathExample')}
            value={path}
            spellCheck={false}
            error={failure && `${failure.title} · ${failure.next}`}
            inputWrapperOrder={['label', 'error', 'input']}
            onChange={(event) => {
              setPath(event.currentTarget.value)
              adding.reset()
            }}
          />
          <Button type="submit" loading={adding.isPending} disabled={!path.trim()}>
            {t('sources.add')}
          </Button>
        </Group>
      </form>
      {sources.data?.length === 0 && (
        <Text c="dimmed" ta="center" py="md">
          {t('sources.none')}
        </Text>
      )}
      {sources.data?.map((source) => (
        <SourceRow key={source.id} source={source} onRemove={() => remove(source)} />
      ))}
    </Modal>
  )
}

function SourceRow({ source, onRemove }: { source: LogSource; onRemove: () => void }) {
  const { t, i18n } = useTranslation('analytics')
  const format = useFormat()
  const facts = [
    source.lastReadAt ? t('lastRead', { time: format.ago(source.lastReadAt) }) : t('neverRead'),
    t('sources.lines', { count: source.lines }),
    source.bots > 0 && t('sources.bots', { count: source.bots }),
    source.unreadable > 0 && t('sources.unreadable', { count: source.unreadable }),
  ]
  const known = i18n.exists(`analytics:sources.errors.${source.error}`)
  return (
    <div className={classes.source}>
      <div>
        <Group gap={8} wrap="nowrap">
          <span className={classes.path}>{source.path}</span>
          {source.builtIn && (
            <Badge variant="light" color="gray" size="sm" tt="none" style={{ flexShrink: 0 }}>
              {t('sources.builtIn')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        {source.error && (
          <Text size="xs" c="var(--mantine-color-error)">
            {known ? t(`sources.errors.${source.error as 'not-found'}`) : source.error}
          </Text>
        )}
      </div>
      {!source.builtIn && (
        <IconButton
          label={`${t('sources.remove')}: ${source.path}`}
          icon={IconTrash}
          tip={t('sources.remove')}
          onClick={onRemove}
        />
      )}
    </div>
  )
}
