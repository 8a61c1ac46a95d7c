import { implement } from '@orpc/server'
import { settings as contract } from '#shared/contract/settings.ts'
import type { Events } from '../events.ts'
import type { SettingService } from './setting.service.ts'

export function createSettingsRouter(settings: SettingService, events: Events) {
  const os = implement(contract)
  return os.router({
    get: os.get.handler(() => settings.get()),
    update: os.update.handler(({ input }) => settings.update(input)),
    changed: os.changed.handler(({ signal }) => events.subscribe('settings.changed', { signal })),
  })
}
