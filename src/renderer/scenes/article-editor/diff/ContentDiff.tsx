import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { toSiteTime } from '../site-time.ts'
import { useCategoryName } from '../use-category-name.ts'
import { useSiteZone } from '../use-site-zone.ts'
import classes from './ContentDiff.module.css'
import { compareContents, type DiffRow, type Piece } from './compare-contents.ts'

interface Props {
  left: ArticleContent
  right: ArticleContent
  leftLabel: string
  rightLabel: string
}

/** Two versions of an article beside each other; long equal stretches are folded. */
export function ContentDiff({ left, right, leftLabel, rightLabel }: Props) {
  const { t } = useTranslation('editor')
  const categoryName = useCategoryName()
  const zone = useSiteZone()
  const comparison = useMemo(() => {
    const named = (content: ArticleContent) => ({
      content,
      category: categoryName(content.categoryId),
      publishTime: content.publishTime === null ? '' : toSiteTime(content.publishTime, zone),
    })
    return compareContents(named(left), named(right))
  }, [left, right, categoryName, zone])
  const nothing =
    comparison.fields.length === 0 &&
    comparison.paragraphs.every((row) => row.same) &&
    !comparison.onlyFormatting

  return (
    <div className={classes.diff} role="table" aria-label={`${leftLabel} / ${rightLabel}`}>
      <div className={classes.head} role="row">
        <span role="columnheader">{leftLabel}</span>
        <span role="columnheader">{rightLabel}</span>
      </div>
      {nothing && <p className={classes.note}>{t('diff.same')}</p>}
      {comparison.fields.map(({ name, row }) => (
        <Row key={name} row={row} label={t(`diff.field.${name}`)} />
      ))}
      {comparison.onlyFormatting && <p className={classes.note}>{t('diff.formatting')}</p>}
      {fold(comparison.paragraphs).map((part, index) =>
        typeof part === 'number' ? (
          <p key={`${index}-fold`} className={classes.note}>
            {t('diff.unchanged', { count: part })}
          </p>
        ) : (
          <Row key={`${index}-row`} row={part} />
        ),
      )}
    </div>
  )
}

/** Keeps one equal paragraph beside each change; the rest becomes a count. */
function fold(rows: readonly DiffRow[]): (DiffRow | number)[] {
  const near = (index: number) => rows[index - 1]?.same === false || rows[index + 1]?.same === false
  const folded: (DiffRow | number)[] = []
  rows.forEach((row, index) => {
    const last = folded.at(-1)
    if (!row.same || near(index)) folded.push(row)
    else if (typeof last === 'number') folded[folded.length - 1] = last + 1
    else folded.push(1)
  })
  return folded
}

function Row({ row, label }: { row: DiffRow; label?: string }) {
  return (
    <div className={classes.row} role="row" data-same={row.same || undefined}>
      <Side pieces={row.left} label={label} kind="removed" />
      <Side pieces={row.right} label={label} kind="added" />
    </div>
  )
}

function Side({
  pieces,
  label,
  kind,
}: {
  pieces: Piece[] | null
  label?: string
  kind: 'removed' | 'added'
}) {
  const Changed = kind === 'removed' ? 'del' : 'ins'
  return (
    <div role="cell" className={classes.side} data-empty={pieces === null || undefined}>
      {label && <small>{label}</small>}
      {pieces?.map((piece, index) =>
        piece.changed ? <Changed key={index}>{piece.text}</Changed> : <span key={index}>{piece.text}</span>,
      )}
    </div>
  )
}
