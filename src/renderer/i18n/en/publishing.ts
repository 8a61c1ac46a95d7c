import type { Messages } from '../messages.ts'
import type { publishing as master } from '../zh-CN/publishing.ts'

export const publishing: Messages<typeof master> = {
  title: '',
}
