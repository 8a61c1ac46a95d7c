import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reasonOf } from '../../errors/present-error.ts'
import { Dialog } from '../../ui/Dialog.tsx'

export interface Label {
  id: number
  name: string
  slug: string
  articleCount: number
}

export interface LabelOperations<Item extends Label> {
  rename: (label: Item, name: string) => Promise<unknown>
  merge: (label: Item, into: Item) => Promise<{ movedArticles: number }>
  remove: (label: Item) => Promise<{ movedArticles: number }>
}

export type LabelOperation = keyof LabelOperations<Label>

interface LabelDialogProps<Item extends Label> {
  operation: LabelOperation
  label: Item
  maxLength: number
  others: Item[]
  operations: LabelOperations<Item>
  onDone: () => void
  onClose: () => void
}

/** Renaming, merging or deleting one tag or byline. */
export function LabelDialog<Item extends Label>(props: LabelDialogProps<Item>) {
  const { operation, label, maxLength, others, operations, onDone, onClose } = props
  const { t } = useTranslation(['categories', 'common'])
  const [name, setName] = useState(label.name)
  const [chosen, setChosen] = useState<string | null>(null)
  const into = others.find(({ id }) => String(id) === chosen)

  const run = useMutation({
    mutationFn: async (): Promise<string> => {
      if (operation === 'rename') {
        await operations.rename(label, name.trim())
        return t('categories:renamed', { name: name.trim() })
      }
      if (operation === 'merge') {
        if (!into) return ''
        const { movedArticles } = await operations.merge(label, into)
        return t('categories:merged', { count: movedArticles, into: into.name })
      }
      const { movedArticles } = await operations.remove(label)
      return t('categories:labelDeleted', { count: movedArticles })
    },
    onSuccess: (message) => {
      notifications.show({ message })
      onDone()
    },
  })
  const duplicate = reasonOf(run.error) === 'duplicate-name'
  const ready =
    operation === 'rename'
      ? name.trim() !== '' && name.trim() !== label.name
      : operation === 'merge'
        ? into !== undefined
        : true
  const titles = {
    rename: t('categories:renameTitle', { name: label.name }),
    merge: t('categories:mergeTitle', { name: label.name }),
    remove: t('categories:deleteTitle', { name: label.name }),
  }
  const verbs = { rename: t('common:save'), merge: t('common:merge'), remove: t('common:delete') }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) run.mutate()
  }
  return (
    <Dialog onClose={onClose} title={titles[operation]}>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          {operation === 'rename' && (
            <TextInput
              data-autofocus
              label={t('categories:name')}
              maxLength={maxLength}
              value={name}
              error={duplicate && t('categories:duplicate')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          {operation === 'merge' && (
            <>
              <Select
                data-autofocus
                searchable
                label={t('categories:into')}
                data={others.map(({ id, name }) => ({ value: String(id), label: name }))}
                value={chosen}
                onChange={setChosen}
              />
              <Text size="sm">{t('categories:labelMergeText')}</Text>
            </>
          )}
          {operation === 'remove' && (
            <Text size="sm">{t('categories:labelDeleteText', { count: label.articleCount })}</Text>
          )}
          {run.error && !duplicate && <ErrorAlert error={run.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button
              type="submit"
              disabled={!ready}
              loading={run.isPending}
              {...(operation === 'remove' && { color: 'red.8' })}
            >
              {verbs[operation]}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
