import { expect, type Page } from '@playwright/test'
import type { Article, ArticleContent } from '#shared/contract/articles.ts'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import type { Client } from '../helpers/connect-client.ts'

export const paragraph = (text: string): NodeJson => ({
  type: 'paragraph',
  attrs: { align: null },
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
})

export const documentOf = (...texts: string[]): DocumentJson => ({
  type: 'doc',
  content: texts.map(paragraph),
})

/** The editor scene, by what people see. */
export function articlePage(page: Page) {
  return {
    title: page.getByRole('textbox', { name: '标题', exact: true }),
    dek: page.getByRole('textbox', { name: '摘要', exact: true }),
    body: page.getByRole('textbox', { name: '正文', exact: true }),
    tool: (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true }),
    inspector: page.getByRole('complementary', { name: '稿件信息' }),
    async isSaved() {
      await expect(page.getByRole('button', { name: '已保存' })).toBeVisible()
    },
  }
}

/** Creates an article and opens it in the editor. */
export async function openArticle(page: Page, client: Client, content: Partial<ArticleContent> = {}) {
  const article = await client.articles.create(content)
  await showArticle(page, article)
  return { article, editor: articlePage(page) }
}

export async function showArticle(page: Page, { id }: Pick<Article, 'id'>) {
  await page.goto(new URL(`/#/articles/${id}`, page.url()).href)
  await expect(articlePage(page).body).toBeVisible()
}
