import { compareContents } from '#shared/compare/compare-contents.ts'
import type { ArticleContent } from '#shared/contract/articles.ts'

self.onmessage = ({ data }: MessageEvent<{ before: ArticleContent; after: ArticleContent }>) =>
  postMessage(compareContents(data.before, data.after))
