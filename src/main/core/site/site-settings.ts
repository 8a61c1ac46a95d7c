import { SiteSettings } from '#shared/contract/settings.ts'
import type { SiteRepository } from './site.repository.ts'

const fallback: SiteSettings = {
  title: 'Galley',
  tagline: '',
  baseUrl: 'http://localhost/',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  copyright: '',
  hotLinks: [],
  pageSize: 20,
  theme: 'default',
}

/** The stored settings; what is missing or does not hold is as a new library has it. */
export function readSiteSettings(repository: SiteRepository): SiteSettings {
  const stored = repository.setting.get('site')
  if (!stored) return fallback
  const parsed = SiteSettings.partial().safeParse(JSON.parse(stored))
  return parsed.success ? { ...fallback, ...parsed.data } : fallback
}
