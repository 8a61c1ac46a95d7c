import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { expectAccessible } from './accessibility.ts'
import { documentOf, openArticle, paragraph } from './article-page.ts'
import { expect, test } from './shared-desk.ts'

const doc: DocumentJson = {
  type: 'doc',
  content: [
    paragraph('正文第一段'),
    {
      type: 'callout',
      attrs: { kind: 'warning' },
      content: [
        {
          type: 'paragraph',
          attrs: { align: null },
          content: [
            {
              type: 'text',
              text: '当心',
              marks: [{ type: 'link', attrs: { href: 'https://example.com/' } }],
            },
            { type: 'footnote', content: [{ type: 'text', text: '脚注一条' }] },
          ],
        },
      ],
    },
  ],
}

const openMenu = (page: Page) => page.getByRole('button', { name: '更多操作' }).click()

/** Chooses a format in the menu and answers the bytes that were downloaded. */
async function downloaded(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download')
  await openMenu(page)
  await page.getByRole('menuitem', { name: '导出', exact: true }).hover()
  await page.getByRole('menuitem', { name: format, exact: true }).click()
  if (format === 'HTML') await page.getByRole('dialog').getByRole('button', { name: '导出' }).click()
  const file = await download
  const bytes = await readFile(await file.path())
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
  return { name: file.suggestedFilename(), bytes }
}

test('an article goes out as Markdown, HTML, Word and PDF', async ({ desk: { page, client } }) => {
  const { editor } = await openArticle(page, client, {
    title: '外发',
    publishTime: Date.UTC(2026, 0, 2),
    doc,
  })
  await editor.body.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('刚写的。')

  const markdown = await downloaded(page, 'Markdown')
  expect(markdown.name).toBe('wai-fa.md')
  expect(markdown.bytes.toString()).toContain(
    '刚写的。正文第一段\n\n> [!WARNING]\n> [当心](https://example.com/)[^1]\n\n[^1]: 脚注一条\n',
  )
  const html = await downloaded(page, 'HTML')
  expect(html.name).toBe('wai-fa.html')
  expect(html.bytes.toString()).toContain('<p>刚写的。正文第一段</p>')
  const docx = await downloaded(page, 'Word 文档')
  expect(docx.name).toBe('wai-fa.docx')
  expect(strFromU8(unzipSync(docx.bytes)['word/footnotes.xml'] ?? new Uint8Array())).toContain('脚注一条')
  const pdf = await downloaded(page, 'PDF')
  expect(pdf.name).toBe('wai-fa.pdf')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('copies for a WeChat account and as HTML, and prints', async ({ desk: { page, client } }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  // The dialog of the browser would wait for a person.
  await page.addInitScript(() => {
    window.print = () => window.parent.postMessage('print asked', '*')
  })
  await page.reload()
  await openArticle(page, client, { title: '公众号', doc })
  await openMenu(page)
  await page.getByRole('menuitem', { name: '复制到微信公众号…' }).click()
  const dialog = page.getByRole('dialog', { name: '复制到微信公众号' })
  const shown = dialog.frameLocator('iframe')
  await expect(shown.getByText('正文第一段')).toBeVisible()
  await dialog.getByText('报纸').click()
  await expect(shown.getByText('参考资料')).toHaveCSS('color', 'rgb(140, 29, 24)')
  await expectAccessible(page)
  const clipboard = (type: string) =>
    page.evaluate(async (type) => {
      const [item] = await navigator.clipboard.read()
      return (await item?.getType(type))?.text() ?? ''
    }, type)
  await dialog.getByRole('button', { name: '复制', exact: true }).click()
  await expect(dialog).toBeHidden()
  expect(await clipboard('text/html')).toMatch(
    /<section style=[\s\S]*当心[\s\S]*参考资料[\s\S]*https:\/\/example\.com\//,
  )
  expect(await clipboard('text/plain')).toContain('正文第一段')

  await openMenu(page)
  await page.getByRole('menuitem', { name: '导出', exact: true }).hover()
  await page.getByRole('menuitem', { name: '复制为 HTML' }).click()
  await expect(page.getByText('已复制', { exact: true })).toBeVisible()
  expect(await clipboard('text/html')).toContain('callout-warning')

  await page.evaluate(() =>
    window.addEventListener('message', ({ data }) => {
      if (data === 'print asked') document.body.dataset.print = 'asked'
    }),
  )
  await openMenu(page)
  await page.getByRole('menuitem', { name: '打印…' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-print', 'asked')
  await expect(page.locator('iframe[title="打印页面"]')).toHaveCount(0)
})

test('several articles of the library go out as one archive', async ({ desk: { page, client } }) => {
  for (const title of ['甲', '乙', '丙'])
    await client.articles.create({ title, doc: documentOf(`${title}的正文`) })
  await page.reload()
  await page.getByRole('checkbox', { name: '全选' }).click()
  await page.getByRole('toolbar').getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog', { name: /导出 \d 篇稿件/ })
  await expect(dialog.getByRole('radio', { name: 'PDF' })).toBeHidden()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  const bytes = await readFile(await (await download).path())
  expect(Object.keys(unzipSync(bytes)).sort()).toEqual(['bing.md', 'jia.md', 'yi.md'])
  await expect(dialog.getByText(/已下载 galley-articles\.zip/)).toBeVisible()
})
