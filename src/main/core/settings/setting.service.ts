import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import { Person } from '#shared/contract/people.ts'
import {
  InterfaceSettings,
  MediaSettings,
  ReviewSettings,
  type Settings,
  SiteSettings,
  WritingSettings,
} from '#shared/contract/settings.ts'
import { safeUrl } from '#shared/document/safe-url.ts'
import type { Announce } from '../announce.ts'
import { invalid } from '../errors.ts'
import { defaultSettings } from './default-settings.ts'
import type { SettingRepository } from './setting.repository.ts'
import { settingsGroup } from './settings-group.ts'

export type SettingService = ReturnType<typeof createSettingService>

type Changes<T> = { [Name in keyof T]?: T[Name] | undefined }

export function createSettingService({
  db,
  repository,
  announce,
}: {
  db: Database
  repository: SettingRepository
  announce: Announce
}) {
  const group = <T extends object>(name: string, shape: Record<string, z.ZodType>, defaults: T): T =>
    settingsGroup(repository.find(name), shape, defaults)
  const get = (): Settings => ({
    site: group('site', SiteSettings.shape, defaultSettings.site),
    interface: group('interface', InterfaceSettings.shape, defaultSettings.interface),
    writing: group('writing', WritingSettings.shape, defaultSettings.writing),
    person: group('person', Person.shape, defaultSettings.person),
    review: group('review', ReviewSettings.shape, defaultSettings.review),
    media: group('media', MediaSettings.shape, defaultSettings.media),
  })

  // From the first start on: who begins to suggest or comment does so at once.
  const nobody = get().person
  if (nobody.id === '') repository.put('person', { ...nobody, id: randomUUID() })

  return {
    get,
    /** The editor of this machine. */
    person: () => get().person,
    /** @throws INVALID `time-zone` | `hot-link-url` */
    update(changes: {
      site?: Changes<Settings['site']> | undefined
      interface?: Changes<Settings['interface']> | undefined
      writing?: Changes<Settings['writing']> | undefined
      person?: Changes<Omit<Settings['person'], 'id'>> | undefined
      review?: Changes<Settings['review']> | undefined
      media?: Changes<Settings['media']> | undefined
    }): Settings {
      const site = given(changes.site)
      if (site.timeZone !== undefined && !isTimeZone(site.timeZone)) throw invalid('time-zone', site.timeZone)
      for (const { url } of site.hotLinks ?? []) {
        if (!/^https?:/i.test(safeUrl(url) ?? '')) throw invalid('hot-link-url', url)
      }
      const update = db.transaction(() => {
        const before = get()
        if (changes.site) repository.put('site', { ...before.site, ...site })
        if (changes.interface) {
          repository.put('interface', { ...before.interface, ...given(changes.interface) })
        }
        if (changes.writing) repository.put('writing', { ...before.writing, ...given(changes.writing) })
        if (changes.person) repository.put('person', { ...before.person, ...given(changes.person) })
        if (changes.review) repository.put('review', { ...before.review, ...given(changes.review) })
        if (changes.media) repository.put('media', { ...before.media, ...given(changes.media) })
        return get()
      })
      const settings = update.immediate()
      announce('settings.changed', settings)
      return settings
    },
  }
}

/** Without the names that are there with nothing in them. */
const given = <T extends object>(changes: T | undefined): Partial<T> =>
  Object.fromEntries(Object.entries(changes ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
