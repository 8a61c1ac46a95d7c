import type { Messages } from '../messages.ts'
import type { importing as master } from '../zh-CN/importing.ts'

export const importing: Messages<typeof master> = {
  title: '',
}
