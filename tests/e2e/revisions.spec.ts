import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { articlePage, documentOf, openArticle, showArticle } from './article-page.ts'
import { expect, test } from './shared-desk.ts'

const first = '第一段写的是开头。'
const second = '第二段写的是中间的事情。'
const third = '第三段写的是结尾。'

const panel = (page: Page) => page.getByRole('complementary', { name: '修订' })
const texts = async (page: Page) => (await articlePage(page).body.locator('p').allTextContents()).join('|')

test('revisions are named, found, compared and brought back in part or as a whole', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, {
    title: '初稿',
    doc: documentOf(first, second, third),
  })
  await page.getByRole('tab', { name: '修订' }).click()
  await panel(page).getByRole('button', { name: '保留当前版本' }).click()
  const naming = page.getByRole('dialog')
  await naming.getByRole('textbox', { name: '名称' }).fill('二审稿')
  await naming.getByRole('button', { name: '保存' }).click()
  await expect(panel(page).getByText('二审稿')).toBeVisible()

  const { version } = await client.articles.get({ id: article.id })
  await client.articles.save({
    id: article.id,
    baseVersion: version,
    changes: {
      title: '改过的题',
      doc: documentOf('第一段改写了开头。', second, '全新的一段与众不同。', third),
    },
  })
  await expect(editor.title).toHaveValue('改过的题')
  await client.revisions.keep({ articleId: article.id, name: '三审稿' })

  await panel(page).getByText('二审稿').click()
  const dialog = page.getByRole('dialog', { name: '与现在的稿件对比' })
  const rows = dialog.getByRole('row')
  await expect(rows.filter({ hasText: '改过的题' })).toContainText('初稿')
  await expect(dialog.locator('ins').filter({ hasText: '改' }).first()).toBeVisible()
  await expect(dialog.getByRole('status')).toHaveText('4 处改动')
  // A paragraph of one line takes little more than that line.
  const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height))
  expect(Math.max(...heights)).toBeLessThan(100)
  await dialog.getByRole('button', { name: '下一处改动' }).click()
  await expect(dialog.getByRole('status')).toHaveText('第 1 处，共 4 处')
  await expectAccessible(page)
  await dialog.getByText('合在一起').click()
  await expect(rows.filter({ hasText: '第一段' }).locator('del')).not.toHaveCount(0)
  await expectAccessible(page)

  const added = rows.filter({ hasText: '全新的一段' })
  await added.hover()
  await added.getByRole('button', { name: '恢复此处' }).click()
  await expect(added).toHaveCount(0)
  const title = rows.filter({ hasText: '改过的题' })
  await title.hover()
  await title.getByRole('button', { name: '恢复此处' }).click()
  await page.keyboard.press('Escape')
  await expect(editor.title).toHaveValue('初稿')
  expect(await texts(page)).toBe(`第一段改写了开头。|${second}|${third}`)
  // One undo brings the paragraph back.
  await editor.body.click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => texts(page)).toBe(`第一段改写了开头。|${second}|全新的一段与众不同。|${third}`)
  await editor.isSaved()

  await panel(page).getByRole('checkbox').nth(0).check()
  await panel(page).getByRole('listitem').filter({ hasText: '二审稿' }).getByRole('checkbox').check()
  await expectAccessible(page)
  await panel(page).getByRole('button', { name: '对比这两条' }).click()
  const two = page.getByRole('dialog', { name: '对比两条修订' })
  await two.getByRole('button', { name: '恢复到左边的版本' }).click()
  await expect(editor.title).toHaveValue('初稿')
  await expect.poll(() => texts(page)).toBe([first, second, third].join('|'))
  await expect(panel(page).getByText('恢复前').first()).toBeVisible()

  await panel(page).getByRole('textbox', { name: '按名称或标题查找' }).fill('三审')
  await expect(panel(page).getByRole('listitem')).toHaveCount(1)
})

test('two windows that wrote in one article come together without losing either', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, {
    title: '两窗',
    doc: documentOf(first, second, third),
  })
  await editor.body.locator('p').first().click()
  await page.keyboard.press('End')
  // The first key makes this window dirty, so that it does not take the other version over.
  await page.keyboard.type('这')
  await client.articles.save({
    id: article.id,
    baseVersion: article.version,
    changes: { doc: documentOf(first, second, `${third}那边加的。`) },
  })
  await page.keyboard.type('边加的。')
  const dialog = page.getByRole('dialog', { name: '这篇稿件在别处有改动' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: '合并两份…' }).click()
  await expect(dialog).toContainText('已自动合并')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '采用合并结果' }).click()
  await expect.poll(() => texts(page)).toBe([`${first}这边加的。`, second, `${third}那边加的。`].join('|'))
  await editor.isSaved()
  const kept = await client.revisions.list({ articleId: article.id })
  expect(kept.filter(({ reason }) => reason === 'conflict')).toHaveLength(2)
})

test('an article goes out in a review bundle and comes back, with what both changed for somebody to choose', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, {
    title: '审稿 <img src=x onerror=alert(1)>',
    doc: documentOf(first, second, third),
  })
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '导出审稿包…' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('审稿 img src=x onerror=alert(1).galley')

  // Another machine would change it; here the library itself goes back to what was sent, and on from there.
  const save = async (...paragraphs: string[]) => {
    const { version } = await client.articles.get({ id: article.id })
    await client.articles.save({
      id: article.id,
      baseVersion: version,
      changes: { doc: documentOf(...paragraphs) },
    })
  }
  await save('第一段由审稿人改写。', second, `${third}审稿人补充。`)
  const theirs = await client.bundles.export({ articleId: article.id })
  await client.articles.trash({ ids: [article.id] })
  await client.articles.deleteForever({ ids: [article.id] })
  const sent = new File([new Uint8Array(await readFile(await file.path()))], 'sent.galley')
  const { articleId } = await client.bundles.merge({ file: sent })
  await showArticle(page, { id: articleId })
  await editor.body.locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type('作者又改了这里。')
  await editor.isSaved()

  const bytes = Buffer.from(await theirs.arrayBuffer())
  await page.getByRole('button', { name: '返回稿库' }).click()
  await page.keyboard.press('Control+o')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /把文件拖到这里/ }).click()
  await (await chooser).setFiles({ name: 'back.galley', mimeType: 'application/zip', buffer: bytes })
  const dialog = page.getByRole('dialog', { name: '审稿包' })
  await expect(dialog).toContainText('两边改到了同一处')
  const merge = dialog.getByRole('button', { name: '合并', exact: true })
  await expect(merge).toBeDisabled()
  await expectAccessible(page)
  await dialog.getByText('两者都留').click()
  await merge.click()
  await expect
    .poll(() => texts(page))
    .toBe([`${first}作者又改了这里。`, '第一段由审稿人改写。', second, `${third}审稿人补充。`].join('|'))
  const reasons = (await client.revisions.list({ articleId })).map(({ reason }) => reason)
  expect(reasons.slice(0, 2)).toEqual(['merge', 'before_merge'])
})
