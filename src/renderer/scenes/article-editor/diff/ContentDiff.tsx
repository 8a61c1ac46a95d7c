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
      {fold(comparison.paragraphs).map((part) =>
        'equal' in part ? (
          <p key={part.at} className={classes.note}>
            {t('diff.unchanged', { count: part.equal })}
          </p>
        ) : (
          <Row key={part.at} row={part.row} />
        ),
      )}
    </div>
  )
}

type Shown = { at: number } & ({ row: DiffRow } | { equal: number })

/** Keeps one equal paragraph beside each change; the rest becomes a count. */
function fold(rows: readonly DiffRow[]): Shown[] {
  const near = (at: number) => rows[at - 1]?.same === false || rows[at + 1]?.same === false
  const shown: Shown[] = []
  for (const [at, row] of rows.entries()) {
    const last = shown.at(-1)
    if (!row.same || near(at)) shown.push({ at, row })
    else if (last && 'equal' in last) last.equal++
    else shown.push({ at, equal: 1 })
  }
  return shown
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
      {pieces?.map(({ at, text, changed }) =>
        changed ? <Changed key={at}>{text}</Changed> : <span key={at}>{text}</span>,
      )}
    </div>
  )
}
