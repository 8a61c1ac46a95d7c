import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleSort } from '#shared/contract/articles.ts'
import classes from './Library.module.css'
import { updateLibraryView, useLibraryView } from './library-view.ts'

const columns = [
  { name: 'cover' },
  { name: 'title', sort: 'title' },
  { name: 'category' },
  { name: 'byline' },
  { name: 'state' },
  { name: 'time', sort: 'updated' },
  { name: 'views', sort: 'views' },
  { name: 'characters' },
] as const

export function ListHead({ sortable, children }: { sortable: boolean; children: ReactNode }) {
  const { t } = useTranslation('library')
  const { sort } = useLibraryView()
  const sortBy = (by: ArticleSort['by']) => {
    const natural = by === 'title' ? 'asc' : 'desc'
    const opposite = sort.direction === 'asc' ? 'desc' : 'asc'
    updateLibraryView({ sort: { by, direction: sort.by === by ? opposite : natural } })
  }
  return (
    <div role="rowgroup">
      <div className={classes.head} role="row" aria-rowindex={1}>
        <span role="columnheader" aria-label={t('column.select')}>
          {children}
        </span>
        {columns.map((column) => {
          const by = 'sort' in column ? column.sort : undefined
          const sorted = by !== undefined && sortable && sort.by === by
          const label = column.name === 'cover' ? '' : t(`column.${column.name}`)
          const Arrow = sort.direction === 'asc' ? IconChevronUp : IconChevronDown
          return (
            <span
              key={column.name}
              role="columnheader"
              data-column={column.name}
              aria-label={t(`column.${column.name}`)}
              aria-sort={sorted ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined}
            >
              {by && sortable ? (
                <UnstyledButton className={classes.sortButton} onClick={() => sortBy(by)}>
                  {label}
                  {sorted && <Arrow size={12} aria-hidden />}
                </UnstyledButton>
              ) : (
                label
              )}
            </span>
          )
        })}
      </div>
    </div>
  )
}
