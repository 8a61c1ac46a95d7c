import type { Messages } from '../messages.ts'
import type { analytics as master } from '../zh-CN/analytics.ts'

export const analytics: Messages<typeof master> = {
  title: '',
}
