import type { Page } from '@playwright/test'
import { documentOf } from './article-page.ts'
import { expect, test } from './shared-desk.ts'

/** Drags a file over the window and lets go. */
async function drop(page: Page, { name, mimeType, buffer }: ReturnType<typeof file>) {
  const dataTransfer = await page.evaluateHandle(
    ({ name, type, bytes }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], name, { type }))
      return transfer
    },
    { name, type: mimeType, bytes: [...buffer] },
  )
  await page.dispatchEvent('main', 'dragover', { dataTransfer })
  await expect(page.getByText('松开即可导入')).toBeVisible()
  await page.dispatchEvent('main', 'drop', { dataTransfer })
}

const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })

test.describe('import', () => {
  test('shows what each file becomes, refuses what is no text, imports the rest', async ({
    desk: { page, client },
  }) => {
    await page.keyboard.press('Control+O')
    const dialog = page.getByRole('dialog', { name: '导入稿件' })
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: /把文件拖到这里/ }).click()
    await (await chooser).setFiles([
      file('笔记.md', 'text/markdown', Buffer.from('# 一篇笔记\n\n## 小标题\n\n这里是正文。\n')),
      file('photo.bin', 'application/octet-stream', Buffer.from([0, 1, 2, 3, 255, 254, 0, 0])),
    ])
    await expect(dialog.getByText('1 个可导入，1 个不能导入')).toBeVisible()
    await expect(dialog.getByRole('row', { name: /photo\.bin/ })).toContainText('不是文本文件')
    await dialog.getByRole('button', { name: '导入 1 篇' }).click()
    await expect(dialog.getByText('已导入 1 篇')).toBeVisible()
    expect((await client.articles.list({})).items.map(({ title }) => title)).toEqual(['一篇笔记'])
    await dialog.getByRole('button', { name: '打开', exact: true }).click()
    await expect(page).toHaveURL(/#\/articles\/\d+$/)
  })

  test('files dropped on the window open the dialog', async ({ desk: { page } }) => {
    await page.getByRole('button', { name: /导入已有文章/ }).waitFor()
    await drop(page, file('稿件.md', 'text/markdown', Buffer.from('# 拖进来的稿件\n\n正文。')))
    await expect(page.getByRole('dialog', { name: '导入稿件' })).toContainText('拖进来的稿件')
  })

  test('a review bundle dropped on the window is looked at, then taken', async ({
    desk: { page, client },
  }) => {
    const { id } = await client.articles.create({ title: '送审', doc: documentOf('审稿人改过的正文。') })
    const sent = Buffer.from(await (await client.bundles.export({ articleId: id })).arrayBuffer())
    await client.articles.trash({ ids: [id] })
    await client.articles.deleteForever({ ids: [id] })
    // A browser knows no type for it.
    await drop(page, file('送审.galley', '', sent))
    const dialog = page.getByRole('dialog', { name: '审稿包' })
    await expect(dialog).toContainText('稿库里还没有这篇稿件')
    expect((await client.articles.list({})).total).toBe(0)
    await dialog.getByRole('button', { name: '加入稿库' }).click()
    await expect(page.getByRole('textbox', { name: '正文', exact: true })).toHaveText('审稿人改过的正文。')

    await drop(page, file('又一次.GALLEY', '', sent))
    await expect(dialog).toContainText('没有新的改动')
    await dialog.getByRole('button', { name: '打开稿件' }).click()
    await expect(dialog).toBeHidden()
    await drop(page, file('坏的.galley', '', Buffer.from('不是审稿包')))
    await expect(dialog.getByRole('alert')).toBeVisible()
  })
})
