import { Button, Modal, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconFolder, IconFolderSearch, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Target } from '#shared/contract/publishing.ts'
import { client, orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import classes from './Publishing.module.css'
import { TargetForm } from './TargetForm.tsx'

export function Targets({ targets }: { targets: Target[] | undefined }) {
  const { t } = useTranslation(['publishing', 'common'])
  const format = useFormat()
  const queryClient = useQueryClient()
  const [editing, setEditing] = useState<Target | 'new'>()
  const close = () => setEditing(undefined)

  const remove = ({ id, name }: Target) =>
    modals.openConfirmModal({
      title: t('publishing:deleteTargetTitle', { name }),
      children: <Text size="sm">{t('publishing:deleteTargetText')}</Text>,
      labels: { confirm: t('publishing:deleteTarget'), cancel: t('common:cancel') },
      confirmProps: { color: 'red.8' },
      onConfirm: () =>
        void client.targets
          .delete({ id })
          .then(() => queryClient.invalidateQueries({ queryKey: orpc.targets.key() }), reportError),
    })

  return (
    <Panel
      title={t('publishing:targets')}
      actions={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {t('publishing:newTarget')}
        </Button>
      }
    >
      {targets?.length === 0 && (
        <Stack align="flex-start" p="sm" gap="xs">
          <Text fw={600}>{t('publishing:noTarget')}</Text>
          <Text size="sm" c="dimmed">
            {t('publishing:noTargetHint')}
          </Text>
          <Button onClick={() => setEditing('new')}>{t('publishing:newTarget')}</Button>
        </Stack>
      )}
      {targets?.map((target) => (
        <div key={target.id} className={classes.line}>
          <IconFolder size={18} stroke={1.5} aria-hidden />
          <div className={classes.lineText}>
            <Text size="sm" fw={600}>
              {target.name}
            </Text>
            <Text size="xs" c="dimmed" className={classes.path}>
              {target.config.folder}
            </Text>
            <Text size="xs" c="dimmed">
              {target.lastDeployAt
                ? t('publishing:lastPublished', { at: format.dateTime(target.lastDeployAt) })
                : t('publishing:neverPublished')}
            </Text>
          </div>
          <IconButton
            label={t('publishing:reveal')}
            icon={IconFolderSearch}
            onClick={() => void client.app.revealFile({ path: target.config.folder }).catch(reportError)}
          />
          <IconButton
            label={t('publishing:editTarget')}
            icon={IconPencil}
            onClick={() => setEditing(target)}
          />
          <IconButton label={t('publishing:deleteTarget')} icon={IconTrash} onClick={() => remove(target)} />
        </div>
      ))}
      <Modal
        opened={editing !== undefined}
        onClose={close}
        title={t(editing === 'new' ? 'publishing:newTarget' : 'publishing:editTarget')}
        size={520}
      >
        {editing && (
          <TargetForm {...(editing !== 'new' && { target: editing })} onSaved={close} onCancel={close} />
        )}
      </Modal>
    </Panel>
  )
}
