import { IconChevronRight, IconFolder, IconGripVertical } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryId } from '#shared/model/ids.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { CategoryNode } from '../../ui/category-tree.ts'
import classes from './Categories.module.css'
import { type Direction, dropMove, type Zone } from './category-moves.ts'
import { pathTo, useFolded } from './use-folded.ts'
import { useMoveCategory } from './use-move-category.ts'

interface CategoryTreeProps {
  nodes: CategoryNode[]
  chosen: CategoryId | undefined
  onChoose: (id: CategoryId) => void
}

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
}

const rowId = (id: CategoryId) => `category-${id}`

function zoneOf(event: DragEvent): Zone {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  const share = (event.clientY - top) / height
  return share < 0.28 ? 'before' : share > 0.72 ? 'after' : 'inside'
}

/** Arrow keys walk and fold, Alt+arrows move, F2 goes to the name; rows can be dragged, too. */
export function CategoryTree({ nodes, chosen, onChoose }: CategoryTreeProps) {
  const { t } = useTranslation('categories')
  const format = useFormat()
  const { step, move } = useMoveCategory(nodes)
  const dragged = useRef<CategoryId>(null)
  const [over, setOver] = useState<{ id: CategoryId; zone: Zone }>()
  const categories = nodes.map(({ category }) => category)
  const branches = useFolded(nodes, chosen)
  const { visible, isFolded } = branches
  const focused = chosen ?? nodes[0]?.category.id

  const choose = (node: CategoryNode | undefined) => {
    if (!node) return
    onChoose(node.category.id)
    document.getElementById(rowId(node.category.id))?.focus()
  }
  const fold = (node: CategoryNode) => {
    branches.fold(node.category.id)
    // What was chosen is not to vanish from sight.
    if (pathTo(nodes, chosen).includes(node)) choose(node)
  }
  const goIn = (node: CategoryNode, below: CategoryNode | undefined) => {
    if (isFolded(node.category.id)) branches.unfold(node.category.id)
    else if (node.hasChildren) choose(below)
  }
  const goOut = (node: CategoryNode) => {
    if (node.hasChildren && !isFolded(node.category.id)) fold(node)
    else choose(pathTo(nodes, node.category.id)[0])
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const node = visible[index]
    const direction = directions[event.key]
    if (!node) return
    if (event.altKey && direction) step(node.category, direction)
    else if (event.key === 'ArrowDown') choose(visible[index + 1])
    else if (event.key === 'ArrowUp') choose(visible[index - 1])
    else if (event.key === 'ArrowRight') goIn(node, visible[index + 1])
    else if (event.key === 'ArrowLeft') goOut(node)
    else if (event.key === 'Home') choose(visible[0])
    else if (event.key === 'End') choose(visible.at(-1))
    else if (event.key === 'Enter' || event.key === ' ') choose(node)
    else if (event.key === 'F2') {
      onChoose(node.category.id)
      requestAnimationFrame(() =>
        document.querySelector<HTMLInputElement>('input[name=category-name]')?.select(),
      )
    } else return
    event.preventDefault()
  }
  /** What a drop would do here, undefined for nothing. */
  const moveAt = (event: DragEvent, index: number) => {
    const node = visible[index]
    if (!node || dragged.current === null) return undefined
    const zone = zoneOf(event)
    const below = visible[index + 1]
    // Right below an open branch is above the first in it.
    return zone === 'after' && below && below.depth > node.depth
      ? dropMove(categories, dragged.current, below.category, 'before')
      : dropMove(categories, dragged.current, node.category, zone)
  }
  const onDragOver = (event: DragEvent, index: number) => {
    const target = moveAt(event, index)
    setOver(target && visible[index] && { id: visible[index].category.id, zone: zoneOf(event) })
    if (target) event.preventDefault()
  }
  const onDrop = (event: DragEvent, index: number) => {
    event.preventDefault()
    setOver(undefined)
    move(moveAt(event, index))
    dragged.current = null
  }

  return (
    <div role="tree" aria-label={t('tree')} className={classes.tree}>
      {visible.map((node, index) => {
        const { category, depth, total, hasChildren } = node
        return (
          <div
            key={category.id}
            id={rowId(category.id)}
            role="treeitem"
            className={classes.treeItem}
            style={{ paddingLeft: 8 + depth * 22 }}
            aria-level={depth + 1}
            aria-selected={category.id === chosen}
            aria-expanded={hasChildren ? !isFolded(category.id) : undefined}
            data-over={over?.id === category.id ? over.zone : undefined}
            tabIndex={category.id === focused ? 0 : -1}
            draggable
            onClick={() => choose(node)}
            onKeyDown={(event) => onKeyDown(event, index)}
            onDragStart={(event) => {
              dragged.current = category.id
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', category.name)
            }}
            onDragOver={(event) => onDragOver(event, index)}
            onDragLeave={() => setOver(undefined)}
            onDragEnd={() => {
              dragged.current = null
              setOver(undefined)
            }}
            onDrop={(event) => onDrop(event, index)}
          >
            <IconGripVertical size={14} stroke={1.4} className={classes.grip} aria-hidden />
            {/* For the mouse; the arrow keys do the same. */}
            <span
              className={classes.twist}
              aria-hidden
              onClick={(event) => {
                if (!hasChildren) return
                event.stopPropagation()
                if (isFolded(category.id)) branches.unfold(category.id)
                else fold(node)
              }}
            >
              {hasChildren && <IconChevronRight size={14} stroke={1.8} />}
            </span>
            <IconFolder size={16} stroke={1.5} aria-hidden />
            <span className={classes.treeName}>{category.name}</span>
            <span className={classes.treeSlug}>{category.slug}</span>
            <span className={classes.treeCount}>{format.number(total)}</span>
          </div>
        )
      })}
    </div>
  )
}
