import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Target } from '#shared/contract/publishing.ts'
import { client, orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { presentError, reasonOf } from '../../errors/present-error.ts'
import { reportError } from '../../errors/report-error.ts'

interface TargetFormProps {
  /** Edits this one; without it, makes a new one. */
  target?: Target
  onSaved: (target: Target) => void
  onCancel: () => void
}

export function TargetForm({ target, onSaved, onCancel }: TargetFormProps) {
  const { t } = useTranslation(['publishing', 'common'])
  const queryClient = useQueryClient()
  const info = useQuery(orpc.app.info.queryOptions())
  const [name, setName] = useState(target?.name ?? t('publishing:targetNameDefault'))
  const [folder, setFolder] = useState(target?.config.folder ?? '')
  const save = useMutation({
    mutationFn: () => {
      const input = { name, config: { kind: 'folder' as const, folder: folder.trim() } }
      return target ? client.targets.update({ ...input, id: target.id }) : client.targets.create(input)
    },
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: orpc.targets.key() })
      onSaved(saved)
    },
  })
  const aboutFolder = reasonOf(save.error).startsWith('folder-')
  const problem = aboutFolder ? presentError(save.error) : null

  const pick = () =>
    void client.app
      .pickFolder({ title: t('publishing:chooseFolder') })
      .then(({ folder: picked }) => picked && setFolder(picked), reportError)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <TextInput
          label={t('publishing:targetName')}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group align="flex-start" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            data-autofocus
            label={t('publishing:folder')}
            description={t('publishing:folderHint')}
            placeholder={info.data?.platform === 'win32' ? 'D:\\site' : '/home/me/site'}
            required
            spellCheck={false}
            value={folder}
            error={problem && t('common:labelled', { label: problem.title, text: problem.next })}
            onChange={(event) => setFolder(event.currentTarget.value)}
          />
          {info.data?.dialogs && (
            <Button variant="default" mt={42} onClick={pick}>
              {t('publishing:chooseFolder')}
            </Button>
          )}
        </Group>
        {save.error && !aboutFolder && <ErrorAlert error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!name.trim() || !folder.trim()}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
