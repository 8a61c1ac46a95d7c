import { Button, Group, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconArrowDown,
  IconArrowMerge,
  IconArrowUp,
  IconFiles,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CategoryId } from '#shared/model/ids.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { CategoryNode } from '../../ui/category-tree.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { updateLibraryView } from '../library/library-view.ts'
import { CategoryForm } from './CategoryForm.tsx'
import { DeleteCategoryDialog } from './DeleteCategoryDialog.tsx'
import { MergeCategoryDialog } from './MergeCategoryDialog.tsx'
import { useMoveCategory } from './use-move-category.ts'

interface CategoryDetailProps {
  node: CategoryNode
  nodes: CategoryNode[]
  onCreateUnder: (id: CategoryId) => void
  /** It is no more; the one that took its place. */
  onGone: (successor: CategoryId | undefined) => void
}

const steps = [
  { direction: 'up', icon: IconArrowUp, label: 'moveUp', keys: 'alt+↑' },
  { direction: 'down', icon: IconArrowDown, label: 'moveDown', keys: 'alt+↓' },
  { direction: 'out', icon: IconIndentDecrease, label: 'moveOut', keys: 'alt+←' },
  { direction: 'in', icon: IconIndentIncrease, label: 'moveIn', keys: 'alt+→' },
] as const

export function CategoryDetail({ node, nodes, onCreateUnder, onGone }: CategoryDetailProps) {
  const { t } = useTranslation(['categories', 'common'])
  const format = useFormat()
  const [, navigate] = useLocation()
  const { step, canStep } = useMoveCategory(nodes)
  const [dialog, setDialog] = useState<'merge' | 'delete'>()
  const { category, total, path } = node
  const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const
  return (
    <>
      <Text size="xs" c="dimmed">
        {path.slice(0, -1).join(' › ')}
      </Text>
      <Title order={2} fz={18} mb={2}>
        {category.name}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('categories:filed', {
          direct: format.number(category.articleCount),
          total: format.number(total),
        })}
      </Text>
      <Group gap={6} mb="md">
        {steps.map(({ direction, icon: Icon, label, keys }) => (
          <IconButton
            key={direction}
            keys={keys}
            variant="default"
            size={30}
            label={t(`categories:${label}`)}
            icon={Icon}
            disabled={!canStep(category, direction)}
            onClick={() => step(category, direction)}
          />
        ))}
        <Button
          variant="default"
          leftSection={<IconFiles {...icon} />}
          onClick={() => {
            updateLibraryView({ filter: { categoryId: category.id }, text: '' })
            navigate('/library')
          }}
        >
          {t('categories:showArticles')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus {...icon} />}
          onClick={() => onCreateUnder(category.id)}
        >
          {t('categories:createBelow')}
        </Button>
      </Group>
      <CategoryForm
        category={category}
        onSaved={() => notifications.show({ message: t('common:saved'), autoClose: 2500 })}
      />
      <Group gap={6} mt="xl">
        <Button
          variant="default"
          leftSection={<IconArrowMerge {...icon} />}
          disabled={nodes.length < 2}
          onClick={() => setDialog('merge')}
        >
          {t('categories:mergeInto')}
        </Button>
        <Button
          variant="light"
          color="red"
          leftSection={<IconTrash {...icon} />}
          onClick={() => setDialog('delete')}
        >
          {t('common:delete')}
        </Button>
      </Group>
      {dialog === 'merge' && (
        <MergeCategoryDialog
          node={node}
          nodes={nodes}
          onMerged={onGone}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'delete' && (
        <DeleteCategoryDialog
          node={node}
          nodes={nodes}
          onDeleted={() => onGone(undefined)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  )
}
