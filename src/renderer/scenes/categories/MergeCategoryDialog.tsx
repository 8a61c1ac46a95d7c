import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import type { CategoryNode } from '../../ui/category-tree.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { categoryOptions, idOfOption } from './category-options.ts'

interface MergeCategoryDialogProps {
  node: CategoryNode
  nodes: CategoryNode[]
  onMerged: (into: CategoryId) => void
  onClose: () => void
}

export function MergeCategoryDialog({ node, nodes, onMerged, onClose }: MergeCategoryDialogProps) {
  const { t } = useTranslation(['categories', 'common'])
  const { id, name } = node.category
  const [value, setValue] = useState<string | null>(null)
  const intoId = idOfOption(nodes, value)
  const merge = useMutation(
    orpc.categories.merge.mutationOptions({
      onSuccess: ({ movedArticles }) => {
        const into = nodes.find(({ category }) => category.id === intoId)?.category
        notifications.show({
          message: t('categories:merged', { count: movedArticles, into: into?.name ?? '' }),
        })
        onClose()
        if (into) onMerged(into.id)
      },
    }),
  )
  return (
    <Dialog onClose={onClose} title={t('categories:mergeTitle', { name })}>
      <Stack gap="sm">
        <Select
          data-autofocus
          searchable
          label={t('categories:into')}
          data={categoryOptions(nodes, id, true)}
          value={value}
          onChange={setValue}
        />
        <Text size="sm">{t('categories:mergeText')}</Text>
        {merge.error && <ErrorAlert error={merge.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            disabled={intoId === undefined}
            loading={merge.isPending}
            onClick={() => intoId !== undefined && merge.mutate({ id, intoId })}
          >
            {t('common:merge')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
