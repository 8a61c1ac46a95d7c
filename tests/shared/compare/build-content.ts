import type { ArticleContent } from '#shared/contract/articles.ts'
import { emptyDocument } from '#shared/document/check-document.ts'

/** A whole content; give what the test is about. */
export const buildContent = (given: Partial<ArticleContent> = {}): ArticleContent => ({
  title: '标题',
  dek: '',
  slug: 'biao-ti',
  slugIsAutomatic: true,
  categoryId: null,
  tags: [],
  byline: '',
  sourceName: '',
  sourceUrl: '',
  cover: null,
  coverAlt: '',
  publishTime: null,
  startingViews: 0,
  doc: emptyDocument,
  ...given,
})
