import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Preview.module.css'

const smallest = 0.25
const largest = 0.7
const held = (share: number) => Math.min(largest, Math.max(smallest, share))

interface Props {
  container: RefObject<HTMLElement | null>
  share: number
  onShare: (share: number) => void
  label?: string
}

/** Between two panes: dragged, or moved with the arrow keys. */
export function SplitHandle({ container, share, onShare, label }: Props) {
  const { t } = useTranslation('preview')
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const writing = container.current?.firstElementChild?.getBoundingClientRect()
    const preview = event.currentTarget.nextElementSibling?.getBoundingClientRect()
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !writing || !preview) return
    onShare(held((preview.right - event.clientX) / (preview.right - writing.left)))
  }
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: 0.05, ArrowRight: -0.05 }[event.key]
    if (!by) return
    event.preventDefault()
    onShare(held(share + by))
  }
  return (
    <div
      className={classes.handle}
      role="separator"
      aria-orientation="vertical"
      aria-label={label ?? t('resize')}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={smallest * 100}
      aria-valuemax={largest * 100}
      tabIndex={0}
      onKeyDown={step}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  )
}
