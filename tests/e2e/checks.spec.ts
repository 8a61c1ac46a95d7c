import { expectAccessible } from './accessibility.ts'
import { documentOf, openArticle } from './article-page.ts'
import { compose, composingKey } from './composition.ts'
import { test as testAlone } from './fixtures.ts'
import { expect, test } from './shared-desk.ts'

test('checks underline what they find, fix it, and let it stand with a reason', async ({
  desk: { page, client },
}) => {
  await client.checks.addWord({ list: 'sensitive', word: '内部资料' })
  await client.checks.addWord({ list: 'spelling', word: '登陆', preferred: '登录' })
  const { article, editor } = await openArticle(page, client, {
    title: '检查',
    doc: documentOf('用AI写的内部资料，请登陆。', '数字待补。'),
  })
  await page.getByRole('tab', { name: '检查' }).click()
  const panel = page.getByRole('complementary', { name: '检查' })
  const group = (name: string) => panel.getByRole('region', { name })
  await expect(group('敏感词')).toContainText('内部资料')
  await expect(editor.body.locator('.finding[data-rule="sensitive"]')).toHaveText('内部资料')
  await expect(editor.body.locator('.finding[data-rule="spacing"]').first()).toBeVisible()
  await expectAccessible(page)

  await group('规范用词').getByRole('button', { name: '修正' }).click()
  await expect(editor.body).toContainText('请登录。')
  await group('中西文间距').getByRole('button', { name: '全部修正' }).click()
  await expect(editor.body).toContainText('用 AI 写的')
  await expect(group('中西文间距')).toBeHidden()
  await page.keyboard.press('Control+Z')
  await expect(editor.body).toContainText('用AI写的')
  await page.keyboard.press('Control+Shift+Z')

  await group('待补标记').getByRole('button', { name: '放行' }).click()
  const reason = panel.getByRole('textbox', { name: '放行的理由' })
  await compose(page, ['y', 'yinwen'], '引文如此', async () => {
    await composingKey(reason, 'Enter')
    await expect(reason).toBeVisible()
  })
  await page.keyboard.press('Enter')
  await expect(group('待补标记')).toBeHidden()
  await panel.getByRole('switch', { name: '显示已放行' }).check({ force: true })
  await expect(group('待补标记')).toContainText('已放行：引文如此')

  // Squiggles move with the text, and a composition is left alone.
  await editor.body.click()
  await page.keyboard.press('Control+Home')
  await compose(page, ['q', 'qian'], '前')
  await expect(editor.body.locator('.finding[data-rule="sensitive"]')).toHaveText('内部资料')
  await editor.isSaved()
  const { findings } = await client.checks.run({ articleId: article.id })
  expect(findings.filter(({ field, waived }) => field === 'body' && waived === null)).toHaveLength(1)
})

testAlone('the newsroom’s words and rules are kept in the settings', async ({ desk: { page, client } }) => {
  await page.goto(new URL('/#/settings', page.url()).href)
  await page.getByRole('tab', { name: '检查' }).click()
  const list = page.getByRole('region', { name: '敏感词' })
  await list.locator('input[type="file"]').setInputFiles({
    name: 'words.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('# 注释\n甲词\n乙词\n'),
  })
  await expect(list.getByText('2 个词')).toBeVisible()
  await list.getByRole('button', { name: '移除“甲词”' }).click()
  await expect(list.getByText('1 个词')).toBeVisible()
  await page.getByRole('combobox', { name: '待补标记' }).click()
  await page.getByRole('option', { name: '阻止发布' }).click()
  await expect.poll(async () => (await client.checks.rules()).placeholder).toBe('block')
  await expectAccessible(page)
})
