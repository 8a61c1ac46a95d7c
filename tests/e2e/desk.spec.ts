import { expectAccessible } from './accessibility.ts'
import { articlePage } from './article-page.ts'
import { expect, test } from './fixtures.ts'

test('the desk opens and the ticket is gone from the address bar', async ({ desk: { page } }) => {
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
  expect(page.url()).not.toContain('ticket')
  await expectAccessible(page)
})

test('an article in the trash says so where it is open, and comes back; one that is gone leads to the library', async ({
  desk: { page, client },
}) => {
  const { id } = await client.articles.create({ title: '要移走的稿件' })
  await page.goto(new URL(`/#/articles/${id}`, page.url()).href)
  const publish = page.getByRole('main').getByRole('button', { name: '发布', exact: true })
  await expect(publish).toBeVisible()
  await client.articles.trash({ ids: [id] })
  await expect(page.getByTitle('这篇稿件在回收站中')).toHaveText('回收站')
  await page.getByRole('button', { name: '移出回收站' }).click()
  await expect(publish).toBeVisible()

  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '移到回收站' }).click()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('row', { name: /要移走的稿件/ })).toBeVisible()

  await page.goto(new URL('/#/articles/999', page.url()).href)
  await page.getByRole('button', { name: '返回稿库' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
})

test('a new article is begun once, by a double click and by keys that come faster than it opens', async ({
  desk: { page, client },
}) => {
  await page.getByRole('button', { name: '新建稿件' }).first().dblclick()
  await page.waitForURL(/articles\/1$/)
  await expect(articlePage(page).body).toBeVisible()
  await page.evaluate(() => {
    const key = { key: 'n', code: 'KeyN', ctrlKey: true, bubbles: true }
    for (const repeat of [false, false, true])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...key, repeat }))
  })
  await page.waitForURL(/articles\/2$/)
  await expect(articlePage(page).body).toBeVisible()
  expect((await client.articles.list({ limit: 10 })).items).toHaveLength(2)
})
