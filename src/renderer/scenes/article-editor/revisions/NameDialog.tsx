import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevisionSummary } from '#shared/contract/revisions.ts'
import { client } from '../../../api/client.ts'
import { reportError } from '../../../errors/report-error.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Dialog } from '../../../ui/Dialog.tsx'

/** A name for a revision, by which it is found again; with one it stays for ever. */
export function NameDialog({ revision, onClose }: { revision: RevisionSummary; onClose: () => void }) {
  const { t } = useTranslation(['revisions', 'common'])
  const format = useFormat()
  const [name, setName] = useState(revision.name)
  const save = (event: FormEvent) => {
    event.preventDefault()
    client.revisions.rename({ id: revision.id, name }).then(onClose, reportError)
  }
  return (
    <Dialog
      onClose={onClose}
      title={t('revisions:nameTitle', { time: format.dateTime(revision.createdAt) })}
      size={420}
    >
      <form onSubmit={save}>
        <Stack>
          <TextInput
            label={t('revisions:name')}
            description={t('revisions:nameHint')}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit">{t('common:save')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
