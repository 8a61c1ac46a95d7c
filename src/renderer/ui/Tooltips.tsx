import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { shortcut } from './shortcut.ts'
import classes from './Tooltips.module.css'
import { watchTooltips } from './tooltip.ts'

const id = 'tooltip'

/**
 * The tooltip of the window: there is one for all elements, as a component around each button made a third of
 * what an article costs to open.
 */
export function Tooltips() {
  const [element, setElement] = useState<HTMLElement | null>(null)
  useEffect(() => watchTooltips(setElement), [])
  return element && <Tooltip element={element} />
}

function Tooltip({ element }: { element: HTMLElement }) {
  const tooltip = useRef<HTMLDivElement>(null)
  const [, redraw] = useState<object>()
  useLayoutEffect(() => {
    const popover = tooltip.current
    // Its source is its anchor too.
    popover?.showPopover({ source: element })
    element.setAttribute('aria-describedby', id)
    const changes = new MutationObserver(() => redraw({}))
    changes.observe(element, { attributeFilter: ['data-tooltip', 'data-tooltip-keys'] })
    return () => {
      changes.disconnect()
      popover?.hidePopover()
      element.removeAttribute('aria-describedby')
    }
  }, [element])
  const { tooltip: text, tooltipKeys: keys, tooltipSide: side } = element.dataset
  return (
    <div ref={tooltip} id={id} role="tooltip" popover="manual" className={classes.tooltip} data-side={side}>
      {text}
      {keys && <span className={classes.keys}>{shortcut(keys)}</span>}
    </div>
  )
}
