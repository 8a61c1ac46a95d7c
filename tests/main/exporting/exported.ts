import type {
  ExportedArticle,
  ExportSurroundings,
} from '../../../src/main/core/exporting/exported-article.ts'
import { siteDates } from '../../../src/main/core/site/site-dates.ts'
import { sizeOf } from '../../helpers/arbitraries/document.ts'

export const cover = 'c'.repeat(64)

/** An article with every fact that a file can say. */
export const exported: ExportedArticle = {
  slug: 'da-mo-xing',
  title: '大模型: "深水区" & <以后>',
  dek: '从演示走向生产线 — #1',
  byline: '张三, 李四',
  category: '业界动态',
  tags: ['AI', '大模型: 2025', 'no'],
  sourceName: '人民日报',
  sourceUrl: 'https://example.com/a?b=1&c=2',
  cover,
  coverAlt: '封面 "图"',
  publishTime: Date.UTC(2025, 6, 31, 3, 36, 49),
  doc: { type: 'doc', content: [{ type: 'paragraph' }] },
}

const dates = siteDates('Asia/Shanghai')

export const surroundings: ExportSurroundings = {
  findPicture: (id) => ({ id, path: '', mime: 'image/png', fileName: `${id}.png`, ...sizeOf(id) }),
  articleUrl: (uid) => `https://site.example/${uid}.html`,
  isoTime: dates.iso,
  textTime: dates.text,
  language: 'zh-CN',
}
