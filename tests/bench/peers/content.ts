import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeJson } from '#shared/document/document-json.ts'
import type { Corpus } from '../generate.ts'

export const categoryNames = [
  '业界动态',
  '产品运营',
  '用户研究',
  '数据分析',
  '增长',
  '设计',
  '技术',
  '访谈',
  '数码',
  '商业',
]
export const categorySlug = (index: number): string => `category-${index % categoryNames.length}`
export const categoryName = (index: number): string => categoryNames[index % categoryNames.length] as string

const markdown = (node: NodeJson): string => {
  const text = (node.content ?? []).map((child) => child.text ?? '').join('')
  return node.type === 'heading' ? `## ${text}` : text
}

/** The articles as Markdown with front matter, the native input of the peers. Eleventy keeps `tags` for itself. */
export function writeMarkdownContent(corpus: Corpus, count: number, folder: string, tagField: string): void {
  mkdirSync(folder, { recursive: true })
  for (let index = 0; index < count; index++) {
    const article = corpus.article(index)
    const date = new Date(article.publishTime ?? 0).toISOString()
    const frontMatter = [
      '---',
      `title: ${JSON.stringify(article.title)}`,
      `description: ${JSON.stringify(article.dek)}`,
      `date: ${date}`,
      `slug: ${article.slug}`,
      `categories: [${JSON.stringify(categoryName(index))}]`,
      `${tagField}: ${JSON.stringify(article.tags)}`,
      `bylines: [${JSON.stringify(article.byline)}]`,
      `views: ${article.startingViews}`,
      '---',
      '',
    ].join('\n')
    const body = (article.doc.content ?? []).map(markdown).join('\n\n')
    writeFileSync(join(folder, `${article.slug}.md`), `${frontMatter}${body}\n`)
  }
}
