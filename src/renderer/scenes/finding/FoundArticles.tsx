import { Anchor, Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplaceHit, ReplaceMatch } from '#shared/contract/replacing.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import classes from './Finding.module.css'
import { matchKey } from './use-library-find.ts'

interface Props {
  hits: readonly ReplaceHit[]
  /** Matches can be chosen and show what takes their place. */
  replacing: boolean
  left: ReadonlySet<string>
  onLeft: (left: ReadonlySet<string>) => void
  onOpen: (id: ArticleId) => void
}

type Line = { hit: ReplaceHit; index: number; match: ReplaceMatch | null }

/** Every match under its article, with what would take its place. */
export function FoundArticles({ hits, replacing, left, onLeft, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const lines: Line[] = hits.flatMap((hit) => [
    { hit, index: -1, match: null },
    ...hit.matches.map((match, index) => ({ hit, index, match })),
  ])
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.match ? 30 : 38),
    overscan: 12,
  })
  const set = (keys: readonly string[], stay: boolean) => {
    const next = new Set(left)
    for (const key of keys)
      if (stay) next.add(key)
      else next.delete(key)
    onLeft(next)
  }
  return (
    <div className={classes.scroller} ref={scroller}>
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index]
          if (!line) return null
          const { hit, match, index } = line
          const keys = hit.matches.map((_match, at) => matchKey(hit, at))
          return (
            <li
              key={item.key}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              data-head={match === null || undefined}
            >
              {match ? (
                <MatchLine
                  match={match}
                  replacing={replacing}
                  chosen={!left.has(matchKey(hit, index))}
                  onChosen={(chosen) => set([matchKey(hit, index)], !chosen)}
                />
              ) : (
                <ArticleLine
                  hit={hit}
                  replacing={replacing}
                  stay={keys.filter((key) => left.has(key)).length}
                  onChosen={(chosen) => set(keys, !chosen)}
                  onOpen={() => onOpen(hit.id)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function ArticleLine({
  hit,
  replacing,
  stay,
  onChosen,
  onOpen,
}: {
  hit: ReplaceHit
  replacing: boolean
  stay: number
  onChosen: (chosen: boolean) => void
  onOpen: () => void
}) {
  const { t } = useTranslation(['finding', 'common'])
  const title = hit.title || t('common:untitled')
  return (
    <>
      {replacing && (
        <Checkbox
          size="xs"
          checked={stay === 0}
          indeterminate={stay > 0 && stay < hit.matches.length}
          aria-label={t('finding:selectArticle', { title })}
          onChange={(event) => onChosen(event.currentTarget.checked)}
        />
      )}
      <Anchor component="button" type="button" className={classes.title} onClick={onOpen}>
        {title}
      </Anchor>
      <StateMark state={hit.state} changed={false} />
      <span className={classes.count}>{hit.matches.length}</span>
    </>
  )
}

function MatchLine({
  match,
  replacing,
  chosen,
  onChosen,
}: {
  match: ReplaceMatch
  replacing: boolean
  chosen: boolean
  onChosen: (chosen: boolean) => void
}) {
  const { t } = useTranslation('finding')
  return (
    <>
      {replacing && (
        <Checkbox
          size="xs"
          checked={chosen}
          aria-label={t('selectMatch')}
          onChange={(event) => onChosen(event.currentTarget.checked)}
        />
      )}
      {match.field !== 'body' && <small>{t(`field.${match.field}`)}</small>}
      <span className={classes.passage}>
        {match.before}
        {replacing && chosen ? (
          <>
            <del>{match.text}</del>
            <ins>{match.replacement}</ins>
          </>
        ) : (
          <mark>{match.text}</mark>
        )}
        {match.after}
      </span>
    </>
  )
}
