import { articlePage, documentOf, openArticle } from './article-page.ts'
import { compose, composingKey } from './composition.ts'
import { expect, test } from './shared-desk.ts'

test.describe('input methods', () => {
  test('text that comes within the frame of an Enter stays in its order', async ({
    desk: { page, client },
  }) => {
    const { editor } = await openArticle(page, client, { title: '连着来', doc: documentOf('开头') })
    await editor.body.click()
    await page.keyboard.press('Control+End')
    const session = await page.context().newCDPSession(page)
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }
    // All at once, as a busy machine hands them over: none waits for the frame of the one before.
    await Promise.all([
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter }),
      ...[...'一二三'].map((text) => session.send('Input.insertText', { text })),
    ])
    await expect(editor.body.locator('> p')).toHaveText(['开头', '一二三'])
  })

  test('a composition in the body is saved once it is done, never its interim letters', async ({
    desk: { page, client },
  }) => {
    const { article, editor } = await openArticle(page, client, { title: '输入法', doc: documentOf('开头') })
    await editor.body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('。')
    await compose(page, ['b', 'bian', "bian'ji"], '编辑', async () => {
      await expect(editor.body).toContainText("开头。bian'ji")
      // Long enough for an autosave; the composition must neither break nor be saved.
      await expect(page.getByRole('button', { name: '未保存' })).toBeVisible()
      const { doc } = await client.articles.get({ id: article.id })
      expect(JSON.stringify(doc)).not.toContain('bian')
      // Leaving the window saves what stands, without the interim letters.
      await page.evaluate(() => window.dispatchEvent(new Event('blur')))
      await expect
        .poll(async () => (await client.articles.get({ id: article.id })).doc)
        .toEqual(documentOf('开头。'))
      await expect(editor.body).toContainText("开头。bian'ji")
    })
    await expect(editor.body).toHaveText('开头。编辑')
    await expect
      .poll(async () => (await client.articles.get({ id: article.id })).doc)
      .toEqual(documentOf('开头。编辑'))
  })

  test('a composition in the title changes neither title nor slug until it is done; Enter stays in it', async ({
    desk: { page, client },
  }) => {
    const { article, editor } = await openArticle(page, client, { title: '标题' })
    const stored = () => client.articles.get({ id: article.id })
    await editor.title.click()
    await page.keyboard.press('End')
    await compose(page, ['x', 'xin'], '新', async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('blur')))
      await composingKey(editor.title, 'Enter')
      await expect(editor.title).toBeFocused()
      expect((await stored()).title).toBe('标题')
      expect((await stored()).slug).toBe('biao-ti')
    })
    await expect(editor.title).toHaveValue('标题新')
    await expect.poll(async () => (await stored()).slug).toBe('biao-ti-xin')
    await page.keyboard.press('Enter')
    await expect(editor.body).toBeFocused()
  })

  test('find waits for the end of a composition; Enter and Escape belong to it', async ({
    desk: { page, client },
  }) => {
    const { editor } = await openArticle(page, client, {
      title: '查找',
      doc: documentOf('编辑写，编辑改，编辑发。', 'bian 不是编辑。'),
    })
    await editor.body.click()
    await page.keyboard.press('Control+f')
    const box = page.getByRole('textbox', { name: '查找' })
    await expect(box).toBeFocused()
    await compose(page, ['bian', 'bianji'], '编辑', async () => {
      await expect(editor.body.locator('.find-match')).toHaveCount(0)
      for (const key of ['Enter', 'Escape']) await composingKey(box, key)
      await expect(box).toBeFocused()
    })
    await expect(editor.body.locator('.find-match')).toHaveCount(4)
    // Which one is first depends on the caret; Enter now goes on to the next.
    const status = page.getByRole('search').getByRole('status')
    await expect(status).toContainText('共 4 处')
    const first = Number(/\d/.exec((await status.textContent()) ?? '')?.[0])
    await page.keyboard.press('Enter')
    await expect(status).toHaveText(`第 ${(first % 4) + 1} 处，共 4 处`)
  })

  test('a tag is made by Enter after the composition, not by the one that ends it', async ({
    desk: { page, client },
  }) => {
    const { article, editor } = await openArticle(page, client, { title: '标签' })
    const box = editor.inspector.getByRole('combobox', { name: '标签' })
    await box.click()
    await compose(page, ['mo', 'moxing'], '模型', async () => {
      await composingKey(box, 'Enter')
      expect((await client.articles.get({ id: article.id })).tags).toEqual([])
    })
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await client.articles.get({ id: article.id })).tags).toEqual(['模型'])
  })

  test('a byline is stored without the interim letters', async ({ desk: { page, client } }) => {
    const { article } = await openArticle(page, client, { title: '署名' })
    const box = articlePage(page).inspector.getByRole('combobox', { name: '署名' })
    await box.click()
    await compose(page, ['lin', "lin'zhi"], '林知', async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('blur')))
      expect((await client.articles.get({ id: article.id })).byline).toBe('')
    })
    await expect.poll(async () => (await client.articles.get({ id: article.id })).byline).toBe('林知')
  })
})
