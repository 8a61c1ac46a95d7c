import type { Messages } from '../messages.ts'
import type { preview as master } from '../zh-CN/preview.ts'

export const preview: Messages<typeof master> = {
  label: 'Preview',
  frame: 'Preview of the page',
  device: 'Screen width',
  phone: 'Phone',
  tablet: 'Tablet',
  desktop: 'Desktop',
  full: 'Full-window preview',
  exitFull: 'Leave full window',
  close: 'Close preview',
  failed: 'The page could not be rendered',
  stale: 'The last page that could be rendered is shown',
  loading: 'Rendering the page…',
  visiting: 'You are on {{path}}',
  back: 'Back to the article',
  resize: 'Width of the preview',
  scale: '{{percent}}%',
}
