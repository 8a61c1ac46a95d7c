import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import type { CategoryNode } from '../../ui/category-tree.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { categoryOptions, idOfOption } from './category-options.ts'

interface DeleteCategoryDialogProps {
  node: CategoryNode
  nodes: CategoryNode[]
  onDeleted: () => void
  onClose: () => void
}

const none = 'none'

export function DeleteCategoryDialog({ node, nodes, onDeleted, onClose }: DeleteCategoryDialogProps) {
  const { t } = useTranslation(['categories', 'common'])
  const { id, name, articleCount, parentId } = node.category
  const [value, setValue] = useState(parentId === null ? none : String(parentId))
  /** Undefined: another window has deleted it meanwhile. */
  const target = value === none || articleCount === 0 ? null : idOfOption(nodes, value)
  const remove = useMutation(
    orpc.categories.delete.mutationOptions({
      onSuccess: ({ movedArticles }) => {
        notifications.show({ message: t('categories:deleted', { count: movedArticles }) })
        onClose()
        onDeleted()
      },
    }),
  )
  return (
    <Dialog onClose={onClose} title={t('categories:deleteTitle', { name })}>
      <Stack gap="sm">
        {articleCount > 0 && (
          <Select
            data-autofocus
            openOnFocus={false}
            searchable
            allowDeselect={false}
            label={t('categories:deleteText', { count: articleCount })}
            data={[{ value: none, label: t('common:noCategory') }, ...categoryOptions(nodes, id, false)]}
            value={target === undefined ? null : value}
            error={target === undefined && t('categories:targetGone')}
            onChange={(next) => setValue(next ?? none)}
          />
        )}
        {node.hasChildren && <Text size="sm">{t('categories:deleteChildren')}</Text>}
        {remove.error && <ErrorAlert error={remove.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            color="red.8"
            loading={remove.isPending}
            disabled={target === undefined}
            onClick={() => target !== undefined && remove.mutate({ id, reassignTo: target })}
          >
            {t('common:delete')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
