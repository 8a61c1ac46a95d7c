import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type Ref, useCallback, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedMedia } from '#shared/contract/media.ts'
import { useMediaBudget } from '../../api/use-media-budget.ts'
import { rangeOfRows } from '../../ui/range-of-rows.ts'
import classes from './Media.module.css'
import { MediaTile } from './MediaTile.tsx'
import type { MediaRows } from './use-media-rows.ts'
import type { MediaSelection } from './use-media-selection.ts'

const leastWidth = 158
const gap = 12
const padding = 14
const captionHeight = 32

interface MediaGridProps {
  rows: MediaRows
  /** Index of the picture that the keyboard is on; -1: none. */
  active: number
  onActive: (index: number) => void
  /** Enter, or a double click. */
  onOpen: (media: ListedMedia) => void
  /** A plain click. */
  onPick?: (media: ListedMedia) => void
  selection?: MediaSelection
  onDelete?: (media: ListedMedia[]) => void
  ref?: Ref<HTMLDivElement>
}

/** The pictures of a list, as many as fit beside each other; only what is in view is drawn. */
export function MediaGrid(props: MediaGridProps) {
  const { rows, active, onActive, onOpen, onPick, selection, onDelete, ref } = props
  const { t } = useTranslation('media')
  const { pictureBudget } = useMediaBudget()
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: measured, width } = useElementSize()
  const columns = Math.max(1, Math.floor((width - 2 * padding + gap) / (leastWidth + gap)))
  const tileWidth = (width - 2 * padding - (columns - 1) * gap) / columns
  const rowHeight = Math.round(Math.max(60, tileWidth * 0.75)) + captionHeight + gap
  const virtualizer = useVirtualizer({
    count: width === 0 ? 0 : Math.ceil(rows.count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 2,
    paddingStart: padding,
  })
  // Sizes follow the width of the window.
  useEffect(() => {
    if (rowHeight > 0) virtualizer.measure()
  }, [virtualizer, rowHeight])
  const lines = virtualizer.getVirtualItems()
  const first = (lines[0]?.index ?? 0) * columns
  const last = ((lines.at(-1)?.index ?? 0) + 1) * columns - 1
  const { show } = rows
  useEffect(() => show(first, last), [show, first, last])

  const placeAt = (index: number) => ({ id: rows.at(index)?.id, index })
  const chooseTo = async (index: number) => {
    if (!selection) return
    const from = selection.anchor ?? placeAt(Math.max(0, active))
    // At once: the next key may come before the rows.
    selection.setAnchor(from)
    selection.replace(await rangeOfRows([from, placeAt(index)], rows.between, rows.count - 1))
  }
  const chooseAll = async () => selection?.replace(await rows.between(0, rows.count - 1))
  const latest = useRef({ chooseTo, selection, onActive, onPick })
  latest.current = { chooseTo, selection, onActive, onPick }

  const moveTo = (index: number, extend: boolean) => {
    const target = Math.max(0, Math.min(rows.count - 1, index))
    onActive(target)
    virtualizer.scrollToIndex(Math.floor(target / columns))
    if (extend) void chooseTo(target)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || rows.count === 0) return
    const page = Math.max(1, lines.length - 3) * columns
    const picture = rows.at(active)
    const moves: Record<string, number> = {
      ArrowRight: active + 1,
      ArrowLeft: active - 1,
      ArrowDown: active < 0 ? 0 : active + columns,
      ArrowUp: active - columns,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.count - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) moveTo(target, event.shiftKey)
    else if (event.key === 'Enter' && picture) onOpen(picture)
    else if (event.key === ' ' && picture && selection) selection.toggle(picture, active)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && selection) void chooseAll()
    else if (event.key === 'Escape' && selection && selection.chosen.size > 0) selection.clear()
    else if (event.key === 'Delete' && onDelete && selection && (selection.chosen.size > 0 || picture))
      onDelete(selection.chosen.size > 0 ? [...selection.chosen.values()] : picture ? [picture] : [])
    else return
    event.preventDefault()
  }

  const onClick = useCallback((event: MouseEvent, media: ListedMedia, index: number) => {
    const now = latest.current
    if (event.shiftKey && now.selection) void now.chooseTo(index)
    else if ((event.ctrlKey || event.metaKey) && now.selection) now.selection.toggle(media, index)
    else now.onPick?.(media)
    now.onActive(index)
  }, [])
  const onToggle = useCallback((media: ListedMedia, index: number) => {
    latest.current.selection?.toggle(media, index)
    latest.current.onActive(index)
  }, [])

  const tileId = (index: number) => `${gridId}-${index}`
  return (
    <div
      ref={ref}
      className={classes.grid}
      role="grid"
      tabIndex={0}
      aria-label={t('grid')}
      aria-rowcount={Math.ceil(rows.count / columns)}
      aria-colcount={columns}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={active >= 0 ? tileId(active) : undefined}
      onKeyDown={onKeyDown}
    >
      <div ref={useMergedRef(scroller, measured)} className={classes.scroller} role="presentation">
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {lines.map((line) => (
            <div
              key={line.index}
              role="row"
              aria-rowindex={line.index + 1}
              className={classes.line}
              style={{
                transform: `translateY(${line.start}px)`,
                height: line.size - gap,
                gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              }}
            >
              {Array.from({ length: Math.min(columns, rows.count - line.index * columns) }, (_, column) => {
                const index = line.index * columns + column
                const media = rows.at(index)
                return (
                  <MediaTile
                    key={index}
                    id={tileId(index)}
                    column={column + 1}
                    media={media}
                    index={index}
                    active={index === active}
                    selected={selection ? media !== undefined && selection.chosen.has(media.id) : null}
                    budget={pictureBudget}
                    onClick={onClick}
                    onOpen={onOpen}
                    onToggle={onToggle}
                  />
                )
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
