import { Button, Group, Select, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ArticleSort } from '#shared/contract/articles.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import classes from './Library.module.css'
import { clearFilters, updateLibraryView, useLibraryView } from './library-view.ts'
import { useArticleActions } from './use-article-actions.tsx'
import type { ArticleRows } from './use-article-rows.ts'

const sorts = ArticleSort.shape.by.options

export function LibraryToolbar({ rows }: { rows: ArticleRows }) {
  const { t } = useTranslation('library')
  const format = useFormat()
  const view = useLibraryView()
  const actions = useArticleActions()
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([
    ['/', () => field.current?.focus()],
    ['mod+F', () => field.current?.focus()],
  ])
  const searching = view.text.trim() !== ''
  const formatted = format.number(rows.count)
  const count = !searching
    ? t('total', { count: rows.count, formatted })
    : rows.more
      ? t('foundMore', { formatted })
      : t('found', { count: rows.count, formatted })
  const { sort } = view
  const DirectionIcon = sort.direction === 'asc' ? IconSortAscending : IconSortDescending
  return (
    <Group className={classes.toolbar} gap="xs" wrap="nowrap">
      <SearchField
        ref={field}
        className={classes.search}
        placeholder={t('search')}
        aria-label={t('search')}
        value={view.text}
        onChange={(text) => updateLibraryView({ text })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && view.text) updateLibraryView({ text: '' })
          else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            document.querySelector<HTMLElement>('[role=grid]')?.focus()
          } else return
          event.preventDefault()
        }}
      />
      <Text size="xs" c="dimmed" className={classes.count} role="status">
        {rows.pending ? '' : count}
      </Text>
      {(searching || Object.keys(view.filter).length > 0) && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={clearFilters}>
          {t('clearFilters')}
        </Button>
      )}
      {view.filter.state === 'trash' && !searching && rows.count > 0 && (
        <Button variant="light" color="red" size="compact-xs" onClick={actions.emptyTrash}>
          {t('emptyTrash')}
        </Button>
      )}
      <Group gap={4} ml="auto" wrap="nowrap">
        {searching ? (
          <Select
            w={190}
            aria-label={t('rank')}
            allowDeselect={false}
            data={[
              { value: 'newest', label: t('rankNewest') },
              { value: 'best', label: t('rankBest') },
            ]}
            value={view.rank}
            onChange={(rank) => updateLibraryView({ rank: rank === 'best' ? 'best' : 'newest' })}
          />
        ) : (
          <>
            <Select
              w={120}
              aria-label={t('sortBy')}
              allowDeselect={false}
              data={sorts.map((by) => ({ value: by, label: t(`sort.${by}`) }))}
              value={sort.by}
              onChange={(value) => {
                const by = ArticleSort.shape.by.safeParse(value)
                if (by.success) updateLibraryView({ sort: { ...sort, by: by.data } })
              }}
            />
            <IconButton
              variant="default"
              size={30}
              label={t(sort.direction === 'asc' ? 'ascending' : 'descending')}
              icon={DirectionIcon}
              onClick={() =>
                updateLibraryView({
                  sort: { ...sort, direction: sort.direction === 'asc' ? 'desc' : 'asc' },
                })
              }
            />
          </>
        )}
      </Group>
    </Group>
  )
}
