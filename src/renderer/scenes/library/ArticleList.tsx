import { Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleSummary } from '#shared/contract/articles.ts'
import { useCategoryName } from '../../api/use-categories.ts'
import { useThumbnailUrl } from '../../api/use-media-url.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { rangeOfRows } from '../../ui/range-of-rows.ts'
import { useFollowedRow } from '../../ui/use-followed-row.ts'
import { ArticleMenu, type MenuPlace } from './ArticleMenu.tsx'
import { ArticleRow, rowId } from './ArticleRow.tsx'
import classes from './Library.module.css'
import { ListHead } from './ListHead.tsx'
import { scrolledTo, useLibraryView } from './library-view.ts'
import { useArticleActions } from './use-article-actions.tsx'
import type { ArticleRows } from './use-article-rows.ts'
import type { Selection } from './use-selection.ts'

interface ArticleListProps {
  rows: ArticleRows
  selection: Selection
  searching: boolean
}

export function ArticleList({ rows, selection, searching }: ArticleListProps) {
  const { t } = useTranslation('library')
  const desk = useDesk()
  const actions = useArticleActions()
  const inTrash = useLibraryView().filter.state === 'trash'
  const categoryName = useCategoryName()
  const thumbnailUrl = useThumbnailUrl()
  const [menu, setMenu] = useState<{ place: MenuPlace; article: ArticleSummary }>()
  const [menuOpened, setMenuOpened] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => (searching ? 80 : 60),
    overscan: 8,
    initialOffset: scrolledTo.offset,
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { show } = rows
  useEffect(() => show(first, last), [show, first, last])

  const lastIndex = rows.more ? Number.POSITIVE_INFINITY : rows.count - 1
  const placeAt = (index: number) => ({ id: rows.at(index)?.id, index })
  const selectTo = async (index: number) => {
    const from = selection.anchor ?? placeAt(Math.max(0, selection.active))
    // At once: the next key may come before the rows.
    selection.setAnchor(from)
    const chosen = await rangeOfRows([from, placeAt(index)], rows.between, lastIndex)
    selection.replace(chosen.map(({ id }) => id))
  }
  const selectAll = async () => selection.replace((await rows.between(0, lastIndex)).map(({ id }) => id))

  const moveTo = (index: number, extend: boolean) => {
    const target = Math.max(0, Math.min(rows.count - 1, index))
    selection.setActive(target)
    grid.current?.focus()
    virtualizer.scrollToIndex(target)
    if (extend) void selectTo(target)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const page = Math.max(1, last - first - 8)
    const active = rows.at(selection.active)
    const moves: Record<string, number> = {
      ArrowDown: selection.active + 1,
      ArrowUp: selection.active - 1,
      PageDown: selection.active + page,
      PageUp: selection.active - page,
      Home: 0,
      End: rows.count - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) moveTo(target, event.shiftKey)
    else if (event.key === 'Enter' && active) desk.openArticle(active.id)
    else if (event.key === ' ' && active) selection.toggle(active.id, selection.active)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) void selectAll()
    else if (event.key === 'Escape' && selection.ids.size > 0) selection.clear()
    else if (event.key === 'Delete' && !inTrash && (selection.ids.size > 0 || active)) {
      const ids = selection.ids.size > 0 ? [...selection.ids] : active ? [active.id] : []
      void actions.trash(ids).then((isDone) => isDone && selection.clear())
    } else return
    event.preventDefault()
  }

  // The keys stay on their article while other windows change what is above it.
  const { setActive } = selection
  useFollowedRow((index) => rows.at(index)?.id, selection.active, setActive)

  // What can be done to the chosen goes with the last of them, and with it what had the focus.
  const areChosen = selection.ids.size > 0
  const wereChosen = useRef(areChosen)
  useEffect(() => {
    if (wereChosen.current && !areChosen && document.activeElement === document.body) grid.current?.focus()
    wereChosen.current = areChosen
  }, [areChosen])

  const choose = useRef(selectTo)
  choose.current = selectTo
  const { toggle } = selection
  const onClick = useCallback(
    (event: MouseEvent, article: ArticleSummary, index: number) => {
      if (event.shiftKey) void choose.current(index)
      else if (event.ctrlKey || event.metaKey) toggle(article.id, index)
      else desk.openArticle(article.id)
    },
    [toggle, desk],
  )

  // With the menu, not after it: the next key is for the list.
  useLayoutEffect(() => {
    if (menu && !menuOpened) grid.current?.focus()
  }, [menu, menuOpened])

  const openMenu = useCallback(
    (place: MenuPlace, article: ArticleSummary, index: number) => {
      setActive(index)
      setMenu({ place, article })
      setMenuOpened(true)
    },
    [setActive],
  )
  /** The keys for a menu ask what has the focus, the list; the row that they are on is meant. */
  const onContextMenu = (event: MouseEvent) => {
    const article = rows.at(selection.active)
    const row = document.getElementById(rowId(selection.active))
    if (event.target !== event.currentTarget || !article || !row) return
    event.preventDefault()
    const { left, bottom } = row.getBoundingClientRect()
    openMenu({ x: left + 16, y: bottom }, article, selection.active)
  }

  const chosen = selection.ids.size
  const all = rows.count > 0 && (rows.more ? chosen > rows.count : chosen >= rows.count)
  return (
    <>
      <div
        ref={grid}
        className={classes.grid}
        role="grid"
        tabIndex={0}
        aria-label={t('list')}
        aria-rowcount={rows.more ? -1 : rows.count + 1}
        aria-multiselectable
        aria-activedescendant={selection.active >= 0 ? rowId(selection.active) : undefined}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      >
        <ListHead sortable={!searching}>
          <Checkbox
            aria-label={t('selectAll')}
            disabled={rows.count === 0}
            checked={all}
            indeterminate={!all && selection.ids.size > 0}
            onChange={() => (all ? selection.clear() : void selectAll())}
          />
        </ListHead>
        <div
          ref={scroller}
          role="presentation"
          className={classes.scroller}
          onScroll={({ currentTarget }) => {
            scrolledTo.offset = currentTarget.scrollTop
          }}
        >
          <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            {items.map(({ index, start, size }) => {
              const article = rows.at(index)
              return (
                <ArticleRow
                  key={index}
                  index={index}
                  article={article}
                  hit={rows.hitAt(index)}
                  start={start}
                  size={size}
                  active={index === selection.active}
                  selected={article !== undefined && selection.ids.has(article.id)}
                  onClick={onClick}
                  onToggle={toggle}
                  onMenu={openMenu}
                  categoryName={categoryName}
                  thumbnailUrl={thumbnailUrl}
                />
              )
            })}
          </div>
        </div>
      </div>
      {/* Beside the list, for which the keys of the menu are none of its own. */}
      <ArticleMenu asked={menu} opened={menuOpened} onChange={setMenuOpened} selection={selection} />
    </>
  )
}
