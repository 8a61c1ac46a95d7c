import { SiteSettings } from '#shared/contract/settings.ts'
import { defaultSettings } from '../settings/default-settings.ts'
import { settingsGroup } from '../settings/settings-group.ts'
import type { SiteRepository } from './site.repository.ts'

/** The settings as the desk shows them. */
export function readSiteSettings(repository: SiteRepository): SiteSettings {
  const stored = repository.setting.get('site')
  return settingsGroup(stored && JSON.parse(stored), SiteSettings.shape, defaultSettings.site)
}
