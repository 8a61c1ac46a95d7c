import { expect, test } from './fixtures.ts'

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
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['# 拖进来的稿件\n\n正文。'], '稿件.md', { type: 'text/markdown' }))
      return transfer
    })
    await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
    await expect(page.getByText('松开即可导入')).toBeVisible()
    await page.dispatchEvent('main', 'drop', { dataTransfer: data })
    await expect(page.getByRole('dialog', { name: '导入稿件' })).toContainText('拖进来的稿件')
  })
})
