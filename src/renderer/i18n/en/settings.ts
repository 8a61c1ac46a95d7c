import type { Messages } from '../messages.ts'
import type { settings as master } from '../zh-CN/settings.ts'

export const settings: Messages<typeof master> = {
  title: '',
}
