import type { Messages } from '../messages.ts'
import type { palette as master } from '../zh-CN/palette.ts'

export const palette: Messages<typeof master> = {
  title: '',
}
