import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { outline } from '../helpers/outline.ts'
import { articlePage, documentOf, openArticle } from './article-page.ts'
import { pasteInto } from './paste-into.ts'
import { runFromPalette } from './run-from-palette.ts'
import { expect, test } from './shared-desk.ts'

const folder = resolve(import.meta.dirname, '../fixtures/pastes')
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''))

/** Without the line that waits below the last block. */
const outlineOf = (doc: DocumentJson) => {
  const content = doc.content ?? []
  const last = content.at(-1)
  const waits = content.length > 1 && last?.type === 'paragraph' && !last.content
  return outline({ ...doc, content: waits ? content.slice(0, -1) : content })
}

test('what Word, WPS, Google Docs, WeChat, Excel and pages copy arrives whole', async ({
  desk: { page, client },
}) => {
  for (const name of samples) {
    const { article, editor } = await openArticle(page, client, { title: name })
    await editor.body.click()
    await pasteInto(editor.body, { html: readFileSync(join(folder, `${name}.html`), 'utf8') })
    const expected = readFileSync(join(folder, `${name}.txt`), 'utf8')
    await expect
      .poll(async () => outlineOf((await client.articles.get({ id: article.id })).doc), { message: name })
      .toBe(expected)
    // One paste, one undo.
    await page.keyboard.press('Control+z')
    await expect
      .poll(async () => outlineOf((await client.articles.get({ id: article.id })).doc))
      .toBe('doc\n  paragraph\n')
  }
})

test('a copy within the desk stays what it is', async ({ desk: { page, client } }) => {
  const doc: DocumentJson = {
    type: 'doc',
    content: [
      ...(documentOf('　　缩进的一行', '', '后文').content ?? []),
      { type: 'image', attrs: { alt: '无处可寻' } },
      ...(documentOf('末尾').content ?? []),
    ],
  }
  const { article, editor } = await openArticle(page, client, { title: '自家', doc })
  const before = outline((await client.articles.get({ id: article.id })).doc)
  await editor.body.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+v')
  await editor.isSaved()
  await expect.poll(async () => outline((await client.articles.get({ id: article.id })).doc)).toBe(before)
})

test('Markdown is read as such with a way back, and on demand', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, { title: 'Markdown' })
  const stored = async () => outlineOf((await client.articles.get({ id: article.id })).doc)
  const markdown =
    '## 小标题\n\n一段**重点**与 `码`。\n\n- [x] 完成\n- [ ] 待办\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |'
  await editor.body.click()
  await pasteInto(editor.body, { text: markdown })
  const read =
    'doc\n  heading level=2: 小标题\n  paragraph: 一段|重点{bold}|与 |码{code}|。\n  taskList\n    taskItem checked=true\n      paragraph: 完成\n    taskItem checked=false\n      paragraph: 待办\n  table\n    tableRow\n      tableHeader\n        paragraph: 甲\n      tableHeader\n        paragraph: 乙\n    tableRow\n      tableCell\n        paragraph: 1\n      tableCell\n        paragraph: 2\n'
  await expect.poll(stored).toBe(read)

  await page.getByRole('button', { name: '保留原文' }).click()
  await expect.poll(stored).toBe(
    `doc\n${markdown
      .split(/\n+/)
      .map((line) => `  paragraph: ${line}\n`)
      .join('')}`,
  )

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await pasteInto(editor.body, { text: '- 甲\n- 乙\n\n　　没有别的记号' })
  await expect.poll(stored).toBe('doc\n  paragraph: - 甲\n  paragraph: - 乙\n  paragraph: 没有别的记号\n')

  // The clipboard itself, by the keys and by the command.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async (text) => {
    const html = '<h2>有格式</h2><p><b>的</b></p>'
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    })
    await navigator.clipboard.write([item])
  }, markdown)
  await editor.body.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+Shift+v')
  await expect.poll(stored).toContain('  paragraph: ## 小标题\n')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.type('/markdown')
  await expect(page.getByRole('option', { selected: true })).toHaveText('粘贴为 Markdown')
  await page.keyboard.press('Enter')
  await expect.poll(stored).toBe(read)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await runFromPalette(page, '粘贴为纯文本')
  await expect.poll(stored).toContain('  paragraph: ## 小标题\n')

  // Where the browser keeps the clipboard from commands, it is said which keys work.
  await page.context().clearPermissions()
  await runFromPalette(page, '粘贴为纯文本')
  await expect(page.getByText('浏览器不许命令读取剪贴板')).toBeVisible()
})

test('an unusually large paste works, and one beyond reason says so', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, { title: '很长' })
  await editor.body.click()
  const html = Array.from({ length: 3000 }, (_, index) => `<p style="margin:0">第 ${index} 段</p>`).join('')
  await pasteInto(editor.body, { html: `${'<section>'.repeat(400)}${html}` })
  await expect
    .poll(async () => (await client.articles.get({ id: article.id })).doc.content?.length, {
      timeout: 20_000,
    })
    .toBe(3000)
  await pasteInto(editor.body, { html: `<p>${'长'.repeat(9_000_000)}</p>` })
  await expect(page.getByText('粘贴的内容太大')).toBeVisible()
  await expect(articlePage(page).body).toBeVisible()
})
