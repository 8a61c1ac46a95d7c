import type { Messages } from '../messages.ts'
import type { firstRun as master } from '../zh-CN/first-run.ts'

export const firstRun: Messages<typeof master> = {
  title: '',
}
