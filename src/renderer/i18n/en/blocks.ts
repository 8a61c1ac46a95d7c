import type { Messages } from '../messages.ts'
import type { blocks as master } from '../zh-CN/blocks.ts'

export const blocks: Messages<typeof master> = {
  table: 'Table',
  gallery: 'Gallery',
  callout: 'Callout',
  details: 'Collapsible',
  pullQuote: 'Pull quote',
  footnote: 'Footnote',
  embed: 'Video',
  mathBlock: 'Formula',
  mathInline: 'Inline formula',
}
