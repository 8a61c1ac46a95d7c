import type { ArticleContent } from '../../../src/shared/contract/articles.ts'
import { buildDocument } from './document.ts'

/** What an editor writes, with a short body; give what the test is about. The slug follows the title unless given. */
export const buildArticle = ({
  slug,
  ...overrides
}: Partial<ArticleContent> = {}): Partial<ArticleContent> => ({
  title: '大模型进入产业深水区',
  dek: '从演示走向生产线。',
  categoryId: null,
  tags: [],
  byline: '',
  sourceName: '',
  sourceUrl: '',
  cover: null,
  coverAlt: '',
  publishTime: null,
  startingViews: 0,
  doc: buildDocument('过去一年,企业开始追问投入产出。', '## 为什么是现在', '成本降到了十分之一。'),
  ...(slug === undefined ? {} : { slug, slugIsAutomatic: false }),
  ...overrides,
})
