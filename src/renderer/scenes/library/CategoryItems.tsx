import { Menu, ScrollArea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CategoryId } from '#shared/model/ids.ts'
import { useCategories } from '../../api/use-categories.ts'

/** Part of a menu: the tree of categories, and none. */
export function CategoryItems({ onChoose }: { onChoose: (id: CategoryId | null, name: string) => void }) {
  const { t } = useTranslation()
  const categories = useCategories()
  return (
    <ScrollArea.Autosize mah={360}>
      {categories.map(({ category, depth }) => (
        <Menu.Item
          key={category.id}
          pl={12 + depth * 16}
          onClick={() => onChoose(category.id, category.name)}
        >
          {category.name}
        </Menu.Item>
      ))}
      {categories.length > 0 && <Menu.Divider />}
      <Menu.Item onClick={() => onChoose(null, t('noCategory'))}>{t('noCategory')}</Menu.Item>
    </ScrollArea.Autosize>
  )
}
