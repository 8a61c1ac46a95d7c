import type { Article, ArticleContent } from '#shared/contract/articles.ts'

/** Everything an editor writes but the body, which lives in the text editor. */
export type Fields = Omit<ArticleContent, 'doc'>

export const fieldNames = [
  'title',
  'dek',
  'slug',
  'slugIsAutomatic',
  'categoryId',
  'tags',
  'byline',
  'sourceName',
  'sourceUrl',
  'cover',
  'coverAlt',
  'publishTime',
  'startingViews',
] as const satisfies (keyof Fields)[]

export const fieldsOf = (content: Fields): Fields => ({
  title: content.title,
  dek: content.dek,
  slug: content.slug,
  slugIsAutomatic: content.slugIsAutomatic,
  categoryId: content.categoryId,
  tags: content.tags,
  byline: content.byline,
  sourceName: content.sourceName,
  sourceUrl: content.sourceUrl,
  cover: content.cover,
  coverAlt: content.coverAlt,
  publishTime: content.publishTime,
  startingViews: content.startingViews,
})

export const contentOf = (article: Article | ArticleContent): ArticleContent => ({
  ...fieldsOf(article),
  doc: article.doc,
})
