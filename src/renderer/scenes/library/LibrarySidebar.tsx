import { ScrollArea, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleFilter } from '#shared/contract/articles.ts'
import { ArticleState } from '#shared/model/article-state.ts'
import { orpc } from '../../api/client.ts'
import { useCategories } from '../../api/use-categories.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DateFilter } from './DateFilter.tsx'
import classes from './Library.module.css'
import { changeFilter, useLibraryView } from './library-view.ts'

interface Counts {
  all: number
  changed: number
  trash: number
  states: Record<ArticleState, number>
}

export function LibrarySidebar({ counts }: { counts: Counts | undefined }) {
  const { t } = useTranslation(['library', 'common'])
  const { filter } = useLibraryView()
  const categories = useCategories()
  const tags = useQuery(orpc.tags.list.queryOptions({ input: {} }))
  const bylines = useQuery(orpc.bylines.list.queryOptions({ input: {} }))

  const state = (value: ArticleFilter['state'], label: string, count: number | undefined) => (
    <FilterItem
      key={label}
      label={label}
      count={count}
      active={filter.state === value}
      onClick={() => changeFilter({ state: value })}
    />
  )
  return (
    <ScrollArea
      component="aside"
      className={classes.sidebar}
      aria-label={t('library:filters')}
      scrollbarSize={8}
      type="hover"
      viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('library:filters') }}
    >
      <Section title={t('library:states')}>
        {state(undefined, t('library:all'), counts?.all)}
        {ArticleState.options.map((value) => state(value, t(`common:state.${value}`), counts?.states[value]))}
        {state('changed', t('common:state.changed'), counts?.changed)}
        {state('trash', t('common:state.trash'), counts?.trash)}
      </Section>
      <Section title={t('library:categories')}>
        {categories.map(({ category, depth, total }) => (
          <FilterItem
            key={category.id}
            label={category.name}
            depth={depth}
            count={total}
            active={filter.categoryId === category.id}
            onClick={() =>
              changeFilter({ categoryId: filter.categoryId === category.id ? undefined : category.id })
            }
          />
        ))}
        <FilterItem
          label={t('common:noCategory')}
          active={filter.categoryId === null}
          onClick={() => changeFilter({ categoryId: filter.categoryId === null ? undefined : null })}
        />
      </Section>
      <LabelSection
        title={t('library:tags')}
        labels={tags.data ?? []}
        active={filter.tag}
        onChoose={(tag) => changeFilter({ tag })}
      />
      <LabelSection
        title={t('library:bylines')}
        labels={bylines.data ?? []}
        active={filter.byline}
        onChoose={(byline) => changeFilter({ byline })}
      />
      <Section title={t('library:dates')}>
        <DateFilter />
      </Section>
    </ScrollArea>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.sectionTitle}>{title}</h2>
      {children}
    </section>
  )
}

interface FilterItemProps {
  label: string
  count?: number | undefined
  depth?: number
  active: boolean
  onClick: () => void
}

function FilterItem({ label, count, depth = 0, active, onClick }: FilterItemProps) {
  const format = useFormat()
  return (
    <UnstyledButton
      className={classes.filter}
      style={{ paddingLeft: 10 + depth * 14 }}
      aria-pressed={active}
      onClick={onClick}
    >
      <span className={classes.filterName} title={label}>
        {label}
      </span>
      {count !== undefined && <span className={classes.filterCount}>{format.number(count)}</span>}
    </UnstyledButton>
  )
}

const few = 8

interface LabelSectionProps {
  title: string
  labels: { id: number; name: string; articleCount: number }[]
  active: string | undefined
  onChoose: (name: string | undefined) => void
}

/** The most used labels, the rest on demand. */
function LabelSection({ title, labels, active, onChoose }: LabelSectionProps) {
  const { t } = useTranslation('library')
  const [expanded, setExpanded] = useState(false)
  if (labels.length === 0) return null
  const shown = labels.filter((label, index) => expanded || index < few || label.name === active)
  return (
    <Section title={title}>
      {shown.map(({ id, name, articleCount }) => (
        <FilterItem
          key={id}
          label={name}
          count={articleCount}
          active={active === name}
          onClick={() => onChoose(active === name ? undefined : name)}
        />
      ))}
      {labels.length > few && (
        <UnstyledButton className={classes.moreButton} onClick={() => setExpanded(!expanded)}>
          {expanded ? t('showLess') : t('showAll', { count: labels.length })}
        </UnstyledButton>
      )}
    </Section>
  )
}
