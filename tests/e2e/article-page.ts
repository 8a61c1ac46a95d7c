import { expect, type Locator, type Page } from '@playwright/test'
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
    tool: (name: string) =>
      page.getByRole('toolbar', { name: '格式' }).getByRole('button', { name, exact: true }),
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

/** Selects words of a text as dragging over them does, or puts the caret before or after them. */
export async function selectWords(body: Locator, words: string, caret?: 'before' | 'after') {
  await body.evaluate(
    async (root, { words, caret }) => {
      if (root instanceof HTMLElement) root.focus()
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const at = node.textContent?.indexOf(words) ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + words.length)
        if (caret) range.collapse(caret === 'before')
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
        // The editor is told of it between two frames.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
        return
      }
      throw new Error(`no such words: ${words}`)
    },
    { words, caret },
  )
}
