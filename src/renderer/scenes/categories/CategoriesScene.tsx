import { Group, SegmentedControl, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Categories.module.css'
import { CategoryManager } from './CategoryManager.tsx'
import { BylineManager, TagManager } from './LabelManagers.tsx'

const tabs = ['categories', 'tags', 'bylines'] as const
type Tab = (typeof tabs)[number]

export function CategoriesScene() {
  const { t } = useTranslation('categories')
  const [tab, setTab] = useState<Tab>('categories')
  useDocumentTitle(`${t(`tabs.${tab}`)} · Galley`)
  return (
    <div className={classes.scene}>
      <Group className={classes.bar}>
        <Title order={1} fz={16}>
          {t('title')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('title')}
          data={tabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
          value={tab}
          onChange={(value) => setTab(tabs.find((name) => name === value) ?? 'categories')}
        />
      </Group>
      {tab === 'categories' && <CategoryManager />}
      {tab === 'tags' && <TagManager />}
      {tab === 'bylines' && <BylineManager />}
    </div>
  )
}
