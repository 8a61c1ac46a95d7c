import { articleHref } from '#shared/document/link/link-target.ts'
import { plainText } from '#shared/document/plain-text.ts'
import { publishAll } from '../helpers/publish-all.ts'
import { expectAccessible } from './accessibility.ts'
import { documentOf, openArticle } from './article-page.ts'
import { compose, composingKey } from './composition.ts'
import { test as testAlone } from './fixtures.ts'
import { expect, test } from './shared-desk.ts'

testAlone(
  'a link finds an article by its title and follows it to its new address',
  async ({ desk: { page, client, libraryFolder } }) => {
    const target = await client.articles.create({
      title: '边缘计算的账本',
      slug: 'ledger',
      doc: documentOf('算力'),
    })
    const { article, editor } = await openArticle(page, client, { title: '引用', doc: documentOf('出处') })
    await editor.body.click()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+Shift+K')
    const address = page.getByRole('textbox', { name: '链接地址' })
    await compose(page, ['b', 'bian'], '边缘')
    await expect(page.getByRole('option', { name: '边缘计算的账本' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(address).toBeHidden()
    const href = articleHref(target.uid)
    await expect(editor.body.locator('a')).toHaveAttribute('href', href)
    await page.keyboard.press('Control+Shift+K')
    await expect(address).toHaveValue('边缘计算的账本')
    await page.keyboard.press('Escape')
    await editor.isSaved()

    const { targetId } = await publishAll(client, { folder: `${libraryFolder}-site` })
    const saved = await client.articles.get({ id: target.id })
    await client.articles.save({
      id: target.id,
      baseVersion: saved.version,
      changes: { slug: 'new-ledger', slugIsAutomatic: false },
    })
    await publishAll(client, { targetId })
    const { url } = await client.server.start({ targetId })
    const { path } = await client.publishing.address({ articleId: article.id })
    await page.goto(new URL(path ?? '', url ?? '').href)
    await page.locator('.article-body, article').getByRole('link', { name: '出处' }).click()
    await expect(page).toHaveURL(/\/new-ledger\.html$/)
  },
)

test('links of an article that is read beside lead to its notes and to other articles', async ({
  desk: { page, client },
}) => {
  const target = await client.articles.create({ title: '被引的一篇', doc: documentOf('被引正文') })
  const link = { type: 'link', attrs: { href: articleHref(target.uid) } }
  await client.articles.create({
    title: '资料',
    doc: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '出处', marks: [link] },
            { type: 'footnote', content: [{ type: 'text', text: '注文' }] },
          ],
        },
        ...(documentOf(...Array.from({ length: 60 }, (_, index) => `第 ${index} 段`)).content ?? []),
      ],
    },
  })
  await openArticle(page, client, { title: '主稿', doc: documentOf('主稿正文') })
  await page.keyboard.press('Control+Alt+b')
  const dialog = page.getByRole('dialog', { name: '并排打开' })
  await dialog.getByRole('searchbox', { name: '搜索标题与正文' }).fill('资料')
  await dialog.getByRole('button', { name: /资料/ }).click()
  const beside = page.getByRole('region', { name: '并排的稿件' })
  await beside.getByText('阅读', { exact: true }).click()
  const reader = beside.getByRole('document', { name: '资料' })
  const note = reader.getByText('注文')
  await expect(note).not.toBeInViewport()
  await reader.locator('.footnote-ref a').click()
  await expect(note).toBeInViewport()
  await reader.getByRole('link', { name: '出处' }).click()
  await expect(page.locator('[data-side=main]').getByText('被引正文')).toBeVisible()
})

test('find and replace in the article: options, one, all, one undo; never in a composition', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, {
    title: '替换',
    doc: documentOf('AI 与 AIGC，旧名发布 AI。', '旧名 2024-05-06。'),
  })
  const text = async () => plainText((await client.articles.get({ id: article.id })).doc)
  await editor.body.click()
  await page.keyboard.press('Control+H')
  const query = page.getByRole('textbox', { name: '查找' })
  const replacement = page.getByRole('textbox', { name: '替换为' })
  const bar = page.getByRole('search')
  const status = bar.getByRole('status')
  await query.fill('ai')
  await expect(status).toHaveText(/共 3 处/)
  // Two lines, where the window is small and the words are long.
  await page.setViewportSize({ width: 1024, height: 700 })
  for (const language of ['en', 'zh-CN'] as const) {
    await client.settings.update({ interface: { language } })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    expect((await bar.boundingBox())?.height).toBeLessThan(80)
  }
  await page.getByRole('button', { name: '全词匹配（西文）' }).click()
  await expect(status).toHaveText(/共 2 处/)
  await expectAccessible(page)
  await page.getByRole('button', { name: '全词匹配（西文）' }).click()
  await query.fill('')
  await query.focus()
  await compose(page, ['j', 'jiu'], '旧名', async () => {
    await composingKey(query, 'Enter')
    await expect(query).toBeVisible()
  })
  await expect(status).toHaveText(/共 2 处/)
  await replacement.fill('新名')
  await page.keyboard.press('Enter')
  // The search went on from the place that the one before had shown.
  await expect(editor.body).toContainText('新名 2024-05-06。')
  await expect(status).toHaveText('第 1 处，共 1 处')
  await page.getByRole('button', { name: '正则表达式' }).click()
  await query.fill('(\\d+)-(\\d+)-\\d+|AI(?!G)')
  await replacement.fill('$1')
  await page.getByRole('button', { name: '全部替换' }).click()
  await expect(status).toHaveText('已替换 3 处')
  await expect(editor.body).toContainText(' 与 AIGC，旧名发布 。')
  await expect(editor.body).toContainText('新名 2024。')
  await query.fill('(')
  await expect(page.getByText('这不是有效的正则表达式')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Z')
  const back = 'AI 与 AIGC，旧名发布 AI。\n新名 2024-05-06。'
  await expect.poll(text).toBe(back)
})

test('find and replace in the library shows every change, makes those chosen and takes them back', async ({
  desk: { page, client },
}) => {
  const one = await client.articles.create({ title: '旧名一', doc: documentOf('旧名在此，旧名又在此。') })
  const two = await client.articles.create({ title: '其二', doc: documentOf('只有一处旧名。') })
  await page.keyboard.press('Control+Shift+F')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '查找' }).fill('旧名')
  await dialog.getByRole('textbox', { name: '替换为' }).fill('新名')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText('4 处，2 篇')
  await expect(dialog.locator('del')).toHaveCount(4)
  await expectAccessible(page)
  await dialog.getByRole('checkbox', { name: '选中《其二》中的全部匹配' }).uncheck()
  await dialog.getByRole('button', { name: '替换选中的 3 处' }).click()
  await expect(dialog.getByRole('status')).toHaveText('已在 1 篇稿件中替换')
  const texts = async () =>
    Promise.all([one, two].map(async ({ id }) => plainText((await client.articles.get({ id })).doc)))
  expect(await texts()).toEqual(['新名在此，新名又在此。', '只有一处旧名。'])
  expect((await client.articles.get({ id: one.id })).title).toBe('新名一')
  await dialog.getByRole('button', { name: '撤销这次替换' }).click()
  await expect(dialog.getByRole('status')).toHaveText('已恢复 1 篇稿件')
  expect(await texts()).toEqual(['旧名在此，旧名又在此。', '只有一处旧名。'])

  // The way back stays when the dialog goes.
  await dialog.getByRole('button', { name: '查找', exact: true }).click()
  await dialog.getByRole('button', { name: '替换选中的 4 处' }).click()
  await expect(dialog.getByRole('status')).toHaveText('已在 2 篇稿件中替换')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await texts()).toEqual(['新名在此，新名又在此。', '只有一处新名。'])
  await page.getByRole('button', { name: '撤销这次替换' }).click()
  await expect(page.getByText('已恢复 2 篇稿件')).toBeVisible()
  expect(await texts()).toEqual(['旧名在此，旧名又在此。', '只有一处旧名。'])
})

test('nothing is replaced by what the form no longer says, and an undo says what it left alone', async ({
  desk: { page, client },
}) => {
  const { id: categoryId } = await client.categories.create({ name: '产品' })
  const one = await client.articles.create({ title: '其一', categoryId, doc: documentOf('旧名在此。') })
  const two = await client.articles.create({ title: '其二', categoryId, doc: documentOf('旧名又在此。') })
  await page.keyboard.press('Control+Shift+F')
  const dialog = page.getByRole('dialog')
  const status = dialog.getByRole('status')
  const apply = dialog.getByRole('button', { name: /^替换选中的/ })
  const replacement = dialog.getByRole('textbox', { name: '替换为' })
  await dialog.getByRole('textbox', { name: '查找' }).fill('旧名')
  await page.keyboard.press('Enter')
  await expect(status).toHaveText('2 处，2 篇')
  const outdated = async () => {
    await expect(status).toHaveText('条件已改，请重新查找，核对后再替换')
    await expect(apply).toBeDisabled()
  }
  await replacement.fill('新名')
  await outdated()
  await replacement.fill('')
  await expect(apply).toBeEnabled()
  for (const option of ['区分大小写', '正则表达式']) {
    await dialog.getByRole('button', { name: option }).click()
    await outdated()
    await dialog.getByRole('button', { name: option }).click()
    await expect(apply).toBeEnabled()
  }
  await dialog.getByRole('combobox', { name: '范围' }).click()
  await page.getByRole('option', { name: '产品' }).click()
  await outdated()
  await replacement.fill('新名')
  await page.keyboard.press('Enter')
  await expect(status).toHaveText('2 处，2 篇')
  await expect(dialog.locator('ins')).toHaveText(['新名', '新名'])
  await apply.click()
  await expect(status).toHaveText('已在 2 篇稿件中替换')
  const texts = async () =>
    Promise.all([one, two].map(async ({ id }) => plainText((await client.articles.get({ id })).doc)))
  expect(await texts()).toEqual(['新名在此。', '新名又在此。'])

  const { version } = await client.articles.get({ id: two.id })
  await client.articles.save({ id: two.id, baseVersion: version, changes: { doc: documentOf('另写的。') } })
  await dialog.getByRole('button', { name: '撤销这次替换' }).click()
  await expect(status).toHaveText('已恢复 1 篇稿件 1 篇在替换之后又有改动，未恢复，可在修订中找回')
  expect(await texts()).toEqual(['旧名在此。', '另写的。'])
})
