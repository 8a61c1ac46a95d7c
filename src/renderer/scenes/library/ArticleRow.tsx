import { Checkbox, Skeleton } from '@mantine/core'
import { IconDots, IconPhoto } from '@tabler/icons-react'
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleSummary } from '#shared/contract/articles.ts'
import type { SearchHit } from '#shared/contract/search.ts'
import type { ArticleId, CategoryId, MediaId } from '#shared/model/ids.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Highlighted } from '../../ui/Highlighted.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import type { MenuPlace } from './ArticleMenu.tsx'
import classes from './Library.module.css'

interface ArticleRowProps {
  index: number
  article: ArticleSummary | undefined
  hit: SearchHit | undefined
  start: number
  size: number
  active: boolean
  selected: boolean
  onClick: (event: MouseEvent, article: ArticleSummary, index: number) => void
  onToggle: (id: ArticleId, index: number) => void
  onMenu: (place: MenuPlace, article: ArticleSummary, index: number) => void
  /** Looked up once for the whole list: rows come and go with every frame of scrolling. */
  categoryName: (id: CategoryId | null) => string
  thumbnailUrl: (id: MediaId) => string
}

export const rowId = (index: number) => `article-row-${index}`

export const ArticleRow = memo(function ArticleRow(props: ArticleRowProps) {
  const {
    index,
    article,
    hit,
    start,
    size,
    active,
    selected,
    onClick,
    onToggle,
    onMenu,
    categoryName,
    thumbnailUrl,
  } = props
  const { t } = useTranslation(['library', 'common', 'templates'])
  const format = useFormat()
  const style = { transform: `translateY(${start}px)`, height: size }
  if (!article) {
    return (
      <div className={classes.row} style={style} role="row" aria-rowindex={index + 2} aria-busy>
        <span role="gridcell" />
        <span role="gridcell">
          <Skeleton h={40} w={56} />
        </span>
        <span role="gridcell">
          <Skeleton h={12} w={`${40 + ((index * 37) % 50)}%`} />
        </span>
      </div>
    )
  }
  const title = article.title || t('common:untitled')
  const dek = hit?.snippet || article.dek
  return (
    <div
      className={classes.row}
      style={style}
      id={rowId(index)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-active={active || undefined}
      onClick={(event) => onClick(event, article, index)}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu({ x: event.clientX, y: event.clientY }, article, index)
      }}
    >
      <span role="gridcell" onClick={(event) => event.stopPropagation()}>
        <Checkbox
          tabIndex={-1}
          aria-label={t('library:selectRow', { title })}
          checked={selected}
          onChange={() => onToggle(article.id, index)}
        />
      </span>
      <span role="gridcell" className={classes.cover}>
        {article.cover ? (
          <img src={thumbnailUrl(article.cover)} alt="" loading="lazy" decoding="async" draggable={false} />
        ) : (
          <IconPhoto size={18} stroke={1.2} aria-hidden />
        )}
      </span>
      <span role="gridcell" className={classes.text}>
        <span className={classes.title} title={title} data-untitled={!article.title || undefined}>
          {hit ? <Highlighted text={article.title} ranges={hit.titleRanges} /> : title}
        </span>
        {dek && (
          <span className={classes.dek}>
            {hit?.snippet ? <Highlighted text={hit.snippet} ranges={hit.snippetRanges} /> : dek}
          </span>
        )}
        <span className={classes.more}>
          <IconButton
            tabIndex={-1}
            aria-haspopup="menu"
            label={t('templates:actions', { name: title })}
            icon={IconDots}
            onClick={(event) => {
              event.stopPropagation()
              const { left, bottom } = event.currentTarget.getBoundingClientRect()
              onMenu({ x: left, y: bottom }, article, index)
            }}
          />
        </span>
      </span>
      <span role="gridcell" data-column="category" className={classes.meta}>
        {categoryName(article.categoryId)}
      </span>
      <span role="gridcell" data-column="byline" className={classes.meta}>
        {article.byline}
      </span>
      <span role="gridcell" data-column="state">
        <StateMark state={article.state} changed={article.changedSincePublication} />
      </span>
      <span role="gridcell" data-column="time" className={classes.stack}>
        <time dateTime={new Date(article.updatedAt).toISOString()} title={format.dateTime(article.updatedAt)}>
          {format.ago(article.updatedAt)}
        </time>
        <Moment article={article} />
      </span>
      <span role="gridcell" data-column="views" className={classes.figure}>
        {article.views > 0 ? format.compact(article.views) : '–'}
      </span>
      <span role="gridcell" data-column="characters" className={classes.figure}>
        {format.number(article.characters)}
      </span>
    </div>
  )
})

/** When it went to the trash, goes out or went out. */
function Moment({ article }: { article: ArticleSummary }) {
  const { t } = useTranslation('library')
  const format = useFormat()
  const [key, at] = article.trashedAt
    ? (['trashedOn', article.trashedAt] as const)
    : article.state === 'scheduled' && article.scheduledAt
      ? (['scheduledFor', article.scheduledAt] as const)
      : (['publishedOn', article.publishedAt] as const)
  if (!at) return null
  return (
    <span className={classes.moment} title={format.dateTime(at)}>
      {t(key, { date: format.ago(at) })}
    </span>
  )
}
