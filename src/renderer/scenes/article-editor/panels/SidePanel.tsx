import { Tabs } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { AfterPaint } from '../../../ui/AfterPaint.tsx'
import { tooltip } from '../../../ui/tooltip.ts'
import type { PanelProps } from './panel-props.ts'
import { type PanelId, panels } from './panels.ts'
import classes from './SidePanel.module.css'

interface Props extends PanelProps {
  shown: PanelId
  onShow: (id: PanelId) => void
}

/** The tools of the article that is open, one at a time. */
export const SidePanel = memo(function SidePanel({ shown, onShow, ...props }: Props) {
  const { t } = useTranslation('editor')
  const panel = panels.find(({ id }) => id === shown) ?? panels[0]
  if (!panel) return null
  const Panel = panel.component
  return (
    <aside className={classes.side} aria-label={t(panel.label)}>
      <AfterPaint>
        <Tabs
          className={classes.tabs}
          value={panel.id}
          onChange={(value) => value && onShow(value as PanelId)}
          keepMounted={false}
        >
          <Tabs.List aria-label={t('panels.label')}>
            {panels.map(({ id, label, icon: Icon }) => (
              <Tabs.Tab
                key={id}
                value={id}
                className={classes.tab}
                aria-label={t(label)}
                {...tooltip(t(label))}
              >
                <Icon size={17} stroke={1.7} aria-hidden />
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={panel.id} className={classes.panel} tabIndex={-1}>
            <Panel {...props} />
          </Tabs.Panel>
        </Tabs>
      </AfterPaint>
    </aside>
  )
})
