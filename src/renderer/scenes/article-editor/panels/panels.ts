import {
  IconChecks,
  IconHistory,
  IconInfoCircle,
  IconListTree,
  IconMessages,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ParseKeys } from 'i18next'
import type { ComponentType } from 'react'
import { ChecksPanel } from '../checks/ChecksPanel.tsx'
import { Inspector } from '../inspector/Inspector.tsx'
import { ReviewPanel } from '../reviewing/ReviewPanel.tsx'
import { RevisionsPanel } from '../revisions/RevisionsPanel.tsx'
import { OutlinePanel } from './outline/OutlinePanel.tsx'
import type { PanelProps } from './panel-props.ts'

export type PanelId = 'facts' | 'outline' | 'comments' | 'checks' | 'revisions'

interface EditorPanel {
  id: PanelId
  label: ParseKeys<'editor'>
  icon: TablerIcon
  component: ComponentType<PanelProps>
}

/** What can stand at the right of the text, one at a time; the order is that of the tabs. */
export const panels: readonly EditorPanel[] = [
  { id: 'facts', label: 'inspector.label', icon: IconInfoCircle, component: Inspector },
  { id: 'outline', label: 'panels.outline', icon: IconListTree, component: OutlinePanel },
  { id: 'comments', label: 'panels.comments', icon: IconMessages, component: ReviewPanel },
  { id: 'checks', label: 'panels.checks', icon: IconChecks, component: ChecksPanel },
  { id: 'revisions', label: 'panels.revisions', icon: IconHistory, component: RevisionsPanel },
]
