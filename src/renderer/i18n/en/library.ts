import type { Messages } from '../messages.ts'
import type { library as master } from '../zh-CN/library.ts'

export const library: Messages<typeof master> = {
  title: '',
}
