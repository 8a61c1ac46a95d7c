import type { Messages } from '../messages.ts'
import type { categories as master } from '../zh-CN/categories.ts'

export const categories: Messages<typeof master> = {
  title: '',
}
