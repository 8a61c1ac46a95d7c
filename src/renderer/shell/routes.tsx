import {
  IconChartHistogram,
  IconFiles,
  IconFolders,
  IconPhoto,
  IconSend,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { ArticleId } from '#shared/model/ids.ts'
import { AnalyticsScene } from '../scenes/analytics/AnalyticsScene.tsx'
import { CategoriesScene } from '../scenes/categories/CategoriesScene.tsx'
import { LibraryScene } from '../scenes/library/LibraryScene.tsx'
import { MediaScene } from '../scenes/media/MediaScene.tsx'
import { PublishingScene } from '../scenes/publishing/PublishingScene.tsx'
import { SettingsScene } from '../scenes/settings/SettingsScene.tsx'

export type SceneName = 'library' | 'analytics' | 'publishing' | 'media' | 'categories' | 'settings'

/** In the order of the rail; Ctrl/Cmd+1 to 6 go there. */
export const scenes: { name: SceneName; path: string; icon: TablerIcon; component: ComponentType }[] = [
  { name: 'library', path: '/library', icon: IconFiles, component: LibraryScene },
  { name: 'analytics', path: '/analytics', icon: IconChartHistogram, component: AnalyticsScene },
  { name: 'publishing', path: '/publishing', icon: IconSend, component: PublishingScene },
  { name: 'media', path: '/media', icon: IconPhoto, component: MediaScene },
  { name: 'categories', path: '/categories', icon: IconFolders, component: CategoriesScene },
  { name: 'settings', path: '/settings', icon: IconSettings, component: SettingsScene },
]

export const articlePath = (id: ArticleId) => `/articles/${id}`
