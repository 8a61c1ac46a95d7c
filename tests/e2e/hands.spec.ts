import type { Locator } from '@playwright/test'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { expectAccessible } from './accessibility.ts'
import { documentOf, openArticle, paragraph, selectWords } from './article-page.ts'
import { compose, composingKey } from './composition.ts'
import { runFromPalette } from './run-from-palette.ts'
import { expect, test } from './shared-desk.ts'

const heading = (level: number, text: string) => ({
  type: 'heading',
  attrs: { level, align: null },
  content: [{ type: 'text', text }],
})
const item = (text: string) => ({ type: 'listItem', content: [paragraph(text)] })
const blocks = (...content: DocumentJson['content'] & object): DocumentJson => ({ type: 'doc', content })

const texts = async (body: Locator) =>
  (await body.locator(':scope > *').allInnerTexts()).map((text) => text.replace(/\n+/g, '\n'))

test('slash menu: by name, pinyin, initials and English; by keys, mouse and input method; undone in one step', async ({
  desk: { page, client },
}) => {
  await client.snippets.create({ name: '转载声明', content: { doc: documentOf('转载请注明出处') } })
  const { editor } = await openArticle(page, client, { title: '斜杠', doc: documentOf('开头', '') })
  const menu = page.getByRole('listbox', { name: '插入命令' })
  const chosen = menu.getByRole('option', { selected: true })
  const body = editor.body
  await body.click()
  await page.keyboard.press('Control+End')

  // Everything in groups; the text keeps the focus and says which one is chosen.
  await page.keyboard.type('/')
  await expect(menu.getByRole('option').first()).toContainText('正文')
  await expect(menu.getByText('片段', { exact: true })).toBeVisible()
  await expect(body).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '')
  await expectAccessible(page)
  for (const query of ['bt', 'iaoti', '标题', 'heading']) {
    // `/bt`, `/biaoti` from the `b` on, `/标题`, `/heading`
    await page.keyboard.type(query === 'iaoti' ? 'biaoti' : query)
    await expect(chosen).toContainText('1 级标题')
    for (const _ of query === 'iaoti' ? 'biaoti' : query) await page.keyboard.press('Backspace')
  }
  await page.keyboard.type('bt')
  await page.keyboard.press('ArrowDown')
  await expect(chosen).toContainText('2 级标题')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(menu).toBeHidden()
  await expect(body.locator('h2')).toHaveText('')
  await page.keyboard.press('Control+z')
  await expect(body.locator('h2')).toHaveCount(0)
  await expect(body.locator('p').nth(1)).toHaveText('/bt')

  // Escape leaves what was typed, and the menu stays away.
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('甲 ')
  await page.keyboard.type('/zzz')
  await expect(menu.getByRole('option')).toHaveText('没有匹配的命令')
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await page.keyboard.type('y')
  await expect(menu).toBeHidden()
  await expect(body).toHaveText('甲 /zzzy')
  // Not inside a word, not in an address.
  await page.keyboard.type('/')
  await expect(menu).toBeHidden()

  // An input method: its keys are its own, interim letters are no query, what it writes is.
  await page.keyboard.press('Enter')
  await compose(page, [], '、')
  await expect(menu).toBeVisible()
  await compose(page, ['y', 'yin', "yin'yong"], '引用', async () => {
    for (const key of ['Enter', 'Escape', 'ArrowDown', 'Tab']) await composingKey(body, key)
    await expect(menu.getByRole('option').first()).toContainText('正文')
  })
  await expect(chosen).toContainText('引用')
  await page.keyboard.press('Tab')
  await expect(body.locator('blockquote')).toHaveCount(1)
  await expect(body).not.toContainText('引用')

  // A snippet, with the mouse.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/zzsm')
  await menu.getByRole('option', { name: '转载声明' }).click()
  await expect(body.locator(':scope > p').last()).toHaveText('转载请注明出处')
  await expect(body).not.toContainText('zzsm')
})

test('blocks move with the handle and the keys; the menu of the handle turns, copies, deletes', async ({
  desk: { page, client },
}) => {
  const doc = blocks(
    paragraph('第一段'),
    paragraph('第二段'),
    { type: 'bulletList', content: [item('甲'), item('乙'), item('丙')] },
    paragraph('末段'),
  )
  const { article, editor } = await openArticle(page, client, { title: '段落', doc })
  const { body } = editor
  const handle = page.getByRole('button', { name: '段落操作' })

  // Keys: the caret goes with its block.
  await body.getByText('第二段').click()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  expect((await texts(body)).slice(0, 2)).toEqual(['第二段', '第一段'])
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await body.getByText('丙', { exact: true }).click()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(body.locator('li')).toHaveText(['甲', '丙', '乙'])
  await page.keyboard.press('Control+Shift+d')
  await expect(body.locator('li')).toHaveText(['甲', '丙', '丙', '乙'])
  await page.keyboard.press('Control+Shift+Backspace')
  await expect(body.locator('li')).toHaveText(['甲', '丙', '乙'])

  // Dragging a block below another, then an item.
  await body.getByText('第一段').hover()
  const target = body.getByText('末段')
  await handle.dragTo(target, { targetPosition: { x: 40, y: 28 } })
  await expect.poll(() => texts(body)).toEqual(['第二段', '甲\n丙\n乙', '末段', '第一段'])
  await body.locator('li', { hasText: '甲' }).hover()
  await handle.dragTo(body.locator('li', { hasText: '乙' }), { targetPosition: { x: 10, y: 28 } })
  await expect(body.locator('li')).toHaveText(['丙', '乙', '甲'])
  await page.keyboard.press('Control+z')
  await expect(body.locator('li')).toHaveText(['甲', '丙', '乙'])

  // The menu.
  const choose = async (name: string) => page.getByRole('menuitem', { name }).click()
  await body.getByText('末段').hover()
  await handle.click()
  await expectAccessible(page)
  await choose('复制段落')
  await expect.poll(() => texts(body)).toEqual(['第二段', '甲\n丙\n乙', '末段', '末段', '第一段'])
  await body.getByText('第二段').hover()
  await handle.click()
  await page.getByRole('menuitem', { name: '转为' }).hover()
  await choose('1 级标题')
  await expect(body.locator('h2')).toHaveText('第二段')
  await body.locator('li', { hasText: '丙' }).hover()
  await handle.click()
  await choose('删除段落')
  await expect(body.locator('li')).toHaveText(['甲', '乙'])
  await expect
    .poll(async () => (await client.articles.get({ id: article.id })).doc.content?.map(({ type }) => type))
    .toEqual(['heading', 'bulletList', 'paragraph', 'paragraph', 'paragraph'])
})

test('the handle goes while somebody types, and comes back with the pointer alone', async ({
  desk: { page, client },
}) => {
  const { editor } = await openArticle(page, client, { title: '手柄', doc: documentOf('甲', '乙', '丙') })
  const handle = page.getByRole('button', { name: '段落操作' })
  await editor.body.getByText('乙').click()
  await editor.body.getByText('丙').hover()
  await expect(handle).toBeVisible()
  // Every line makes the browser tell of the pointer again, which has another paragraph under it now.
  for (const key of ['Enter', 'a', 'Enter', 'b']) {
    await page.keyboard.press(key)
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    await expect(handle).toBeHidden()
  }
  await editor.body.getByText('甲').hover()
  await expect(handle).toBeVisible()
})

test('a key acts where the caret is, also before the browser has told of it', async ({
  desk: { page, client },
}) => {
  const { editor } = await openArticle(page, client, { title: '快手', doc: documentOf('甲', '乙', '丙') })
  await editor.body.getByText('甲').click()
  await editor.body.evaluate((root) => {
    // In one task: the event of the changed selection comes in a later one.
    getSelection()?.collapse(root.querySelector('p:last-of-type'), 1)
    root.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'ArrowUp',
        altKey: true,
        shiftKey: true,
        bubbles: true,
        cancelable: true,
      }),
    )
  })
  await expect(editor.body.locator('p')).toHaveText(['甲', '丙', '乙'])
})

test('outline: jumps, follows the caret, moves whole sections in one step', async ({
  desk: { page, client },
}) => {
  const doc = blocks(
    paragraph('引言'),
    heading(2, '甲'),
    paragraph('甲一'),
    heading(3, '甲小'),
    heading(2, '乙'),
    paragraph('乙一'),
  )
  const { editor } = await openArticle(page, client, { title: '大纲', doc })
  const { body } = editor
  await page.getByRole('tab', { name: '大纲' }).click()
  const tree = page.getByRole('tree', { name: '大纲' })
  const rows = tree.getByRole('treeitem')
  await expect(rows).toHaveText(['甲', '甲小', '乙'])
  await expect(rows.nth(1)).toHaveAttribute('aria-level', '2')
  await expectAccessible(page)
  await rows.nth(2).click()
  await expect(body).toBeFocused()
  await expect(tree.getByRole('treeitem', { selected: true })).toHaveText('乙')
  await page.keyboard.type('二')
  await expect(rows).toHaveText(['甲', '甲小', '二乙'])

  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rows).toHaveText(['二乙', '甲', '甲小'])
  await expect(rows.nth(1)).toBeFocused()
  expect(await texts(body)).toEqual(['引言', '二乙', '乙一', '甲', '甲一', '甲小'])
  await body.press('Control+z')
  await expect(rows).toHaveText(['甲', '甲小', '二乙'])
  await rows.nth(2).dragTo(rows.nth(0), { targetPosition: { x: 30, y: 3 } })
  await expect(rows).toHaveText(['二乙', '甲', '甲小'])
  await expect(rows.first()).toBeFocused()

  // Headings made by an input method show once they are done; without any the panel says how to make one.
  await body.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+Alt+0')
  await expect(page.getByText('还没有小标题')).toBeVisible()
  await page.keyboard.type('## ')
  await expect(rows).toHaveText(['（空标题）'])
  await compose(page, ['x', 'xin'], '新', () => expect(rows).toHaveText(['（空标题）']))
  await expect(rows).toHaveText(['新'])
})

test('focus mode and full screen: from palette and keys, remembered, left with Escape but not in a composition', async ({
  desk: { page, client },
}) => {
  const { editor } = await openArticle(page, client, { title: '专注', doc: documentOf('第一段', '第二段') })
  const { body } = editor
  await body.getByText('第二段').click()
  await runFromPalette(page, '专注模式')
  await expect(body.locator('.is-written')).toHaveText('第二段')
  await page.keyboard.press('ArrowUp')
  await expect(body.locator('.is-written')).toHaveText('第一段')
  await page.keyboard.press('Control+Alt+Enter')
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('complementary')).toBeHidden()
  await expect(page.getByRole('toolbar', { name: '格式' })).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: '退出全屏写作' })).toBeVisible()
  await expectAccessible(page)
  await body.getByText('第一段').click()
  await expect(body.locator('.is-written')).toHaveText('第一段')
  await compose(page, ['z', 'zi'], '字', () => composingKey(body, 'Escape').then(() => undefined))
  await expect(page.getByRole('navigation')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('Control+Alt+o')
  await expect(body.locator('.is-written')).toHaveCount(0)
})

test('smart typing: Chinese punctuation, given back by Backspace and by undo, never in code or a composition; by setting', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, { title: '标点', doc: documentOf('') })
  const { body } = editor
  await body.click()
  await page.keyboard.insertText('他说')
  await page.keyboard.type(':"')
  await page.keyboard.insertText('好')
  await page.keyboard.type('."--')
  await expect(body).toHaveText('他说：“好。”——')
  await page.keyboard.press('Backspace')
  await expect(body).toHaveText('他说：“好。”--')
  await page.keyboard.insertText('等')
  await page.keyboard.type('...')
  await expect(body).toHaveText('他说：“好。”--等……')
  await page.keyboard.press('Control+z')
  await expect(body).toHaveText('他说：“好。”--等。。.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('It is "so"...')
  await expect(body.locator('p').nth(1)).toHaveText('It is "so"...')
  await page.keyboard.press('Enter')
  await compose(page, ['"'], '"')
  await expect(body.locator('p').nth(2)).toHaveText('"')
  await page.keyboard.press('Control+Alt+c')
  await page.keyboard.insertText('字')
  await page.keyboard.type(',"--')
  await expect(body.locator('pre code')).toHaveText('"字,"--')

  await client.settings.update({ writing: { quotes: 'corner', dashes: false, fullWidth: false } })
  await page.reload()
  await body.locator('p').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.insertText('甲')
  await page.keyboard.type('"')
  await page.keyboard.insertText('乙')
  await page.keyboard.type('",--')
  await expect(body.locator('p').first()).toHaveText('甲「乙」,--他说：“好。”--等。。.')
  await expect
    .poll(async () => JSON.stringify((await client.articles.get({ id: article.id })).doc))
    .toContain('甲「乙」,--')

  // Switched off where people look for it.
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await page.getByRole('tab', { name: '写作' }).click()
  await page.getByText('不变', { exact: true }).click()
  await expect.poll(async () => (await client.settings.get()).writing.quotes).toBe('off')
  await expectAccessible(page)
})

test('an article becomes a template, a selection a snippet; both are used elsewhere', async ({
  desk: { page, client },
}) => {
  const { editor } = await openArticle(page, client, {
    title: '一周要闻',
    byline: '林知',
    tags: ['周报'],
    doc: documentOf('开头照旧', '转载请注明出处'),
  })
  const { body } = editor

  // The article as a template, by an input method.
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '存为模板…' }).click()
  const saving = page.getByRole('dialog', { name: '存为模板' })
  await saving.getByRole('textbox', { name: '名称' }).fill('')
  await compose(page, ['z', "zhou'bao"], '周报')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存为模板“周报”')).toBeVisible()

  // The selection as a snippet, put in elsewhere.
  await body.getByText('转载请注明出处').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await runFromPalette(page, '把所选存为片段')
  const naming = page.getByRole('dialog', { name: '存为片段' })
  await naming.getByRole('textbox', { name: '名称' }).fill('转载声明')
  await page.keyboard.press('Enter')
  await expect(naming).toBeHidden()

  await page.getByRole('button', { name: '从模板新建' }).click()
  await page.getByRole('menuitem', { name: '周报' }).click()
  await expect(page).not.toHaveURL(/articles\/1$/)
  await expect(editor.title).toHaveValue('一周要闻')
  await expect(body).toHaveText('开头照旧转载请注明出处')
  await body.getByText('开头照旧').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await runFromPalette(page, '插入片段：转载声明')
  await expect(body.locator('p')).toHaveText(['开头照旧', '转载请注明出处', '转载请注明出处'])
  await editor.isSaved()
})

test('a snippet goes below the code, the summary or the table that it would take apart', async ({
  desk: { page, client },
}) => {
  const row = (text: string) => ({
    type: 'tableRow',
    content: [{ type: 'tableCell', content: [paragraph(text)] }],
  })
  const table = { type: 'table', content: [row('片段的表')] }
  await client.snippets.create({ name: '表格', content: { doc: { type: 'doc', content: [table] } } })
  const { editor } = await openArticle(page, client, {
    title: '片段',
    doc: {
      type: 'doc',
      content: [
        { type: 'codeBlock', content: [{ type: 'text', text: 'let a' }] },
        {
          type: 'details',
          content: [
            { type: 'detailsSummary', content: [{ type: 'text', text: '摘要行' }] },
            { type: 'detailsContent', content: [paragraph('折叠')] },
          ],
        },
        { type: 'table', content: [row('甲'), row('乙')] },
      ],
    },
  })
  for (const [place, count] of [
    ['let', 2],
    ['摘要', 3],
    ['甲', 4],
  ] as const) {
    await selectWords(editor.body, place, 'after')
    await runFromPalette(page, '插入片段：表格')
    await expect(editor.body.locator('table')).toHaveCount(count)
  }
  await page.keyboard.type('！')
  await expect(editor.body.locator('code')).toHaveText('let a')
  await expect(editor.body.locator('.details-summary')).toHaveText('摘要行')
  await expect(editor.body.locator('table')).toHaveText(['片段的表', '片段的表', '甲乙', '片段的表！'])
})

test('duplicates, and the list of templates: renamed, replaced, deleted', async ({
  desk: { page, client },
}) => {
  const { doc, ...source } = { title: '一周要闻', dek: '', byline: '林知', doc: documentOf('开头照旧') }
  const about = { categoryId: null, tags: [], sourceName: '', sourceUrl: '', cover: null, coverAlt: '' }
  await client.templates.create({ name: '周报', content: { ...source, ...about, doc } })
  const { editor } = await openArticle(page, client, { ...source, doc })
  const { body } = editor
  await body.click()
  await page.keyboard.press('Control+End')

  // A duplicate opens at once, with what was written last.
  await page.keyboard.type('！')
  await runFromPalette(page, '创建副本')
  await expect(editor.title).toHaveValue('一周要闻 副本')
  await expect(body).toHaveText('开头照旧！')
  const { items } = await client.articles.list({})
  expect(items.map(({ title, state }) => `${title} ${state}`)).toEqual([
    '一周要闻 副本 draft',
    '一周要闻 draft',
  ])

  // Renamed, replaced, deleted.
  await runFromPalette(page, '管理模板与片段')
  const manager = page.getByRole('dialog', { name: '模板与片段' })
  await manager.getByRole('button', { name: '“周报”的操作' }).click()
  await page.getByRole('menuitem', { name: '重命名' }).click()
  await manager.getByRole('textbox', { name: '名称' }).fill('每周')
  await page.keyboard.press('Enter')
  await manager.getByRole('button', { name: '“每周”的操作' }).click()
  await page.getByRole('menuitem', { name: '用当前稿件替换内容' }).click()
  await expect(manager.getByText('一周要闻 副本')).toBeVisible()
  await expectAccessible(page)
  await manager.getByRole('button', { name: '“每周”的操作' }).click()
  await page.getByRole('menuitem', { name: '删除' }).click()
  await page.getByRole('dialog', { name: '删除“每周”？' }).getByRole('button', { name: '删除' }).click()
  await expect(manager.getByText('还没有模板')).toBeVisible()
  expect(await client.templates.list()).toEqual([])

  // From the library, for several at once.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '返回稿库' }).click()
  await page.getByRole('checkbox', { name: '选择“一周要闻 副本”' }).check()
  await page.getByRole('button', { name: '创建副本' }).click()
  await expect(page.getByRole('row', { name: /一周要闻 副本 副本/ })).toBeVisible()
})

test('two articles side by side save each its own; a reference to read and a revision beside it', async ({
  desk: { page, client },
}) => {
  const other = await client.articles.create({ title: '资料', doc: documentOf('资料正文') })
  const { article, editor } = await openArticle(page, client, { title: '主稿', doc: documentOf('主稿正文') })
  await client.revisions.keep({ articleId: article.id })
  const main = page.locator('[data-side=main]')
  const beside = page.getByRole('region', { name: '并排的稿件' })
  const stored = async (id: typeof article.id) => (await client.articles.get({ id })).doc

  await editor.body.click()
  await page.keyboard.press('Control+Alt+b')
  const dialog = page.getByRole('dialog', { name: '并排打开' })
  await dialog.getByRole('searchbox', { name: '搜索标题与正文' }).fill('资料')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /资料/ }).click()
  const left = main.getByRole('textbox', { name: '正文', exact: true })
  const right = beside.getByRole('textbox', { name: '正文', exact: true })
  await expect(right).toHaveText('资料正文')

  // Both are written in turn, also by an input method, and saved apart.
  await left.click()
  await page.keyboard.press('End')
  await page.keyboard.type('左')
  await page.keyboard.press('F6')
  await expect(right).toBeFocused()
  await page.keyboard.press('End')
  await compose(page, ['y', 'you'], '右', async () => {
    await expect.poll(() => stored(article.id)).toEqual(documentOf('主稿正文左'))
    expect(JSON.stringify(await stored(other.id))).not.toContain('you')
  })
  await expect.poll(() => stored(other.id)).toEqual(documentOf('资料正文右'))
  // Commands go to the side that is written in.
  await page.keyboard.press('Control+f')
  await expect(beside.getByRole('search')).toBeVisible()
  await expect(main.getByRole('search')).toBeHidden()
  await page.keyboard.press('Escape')
  await runFromPalette(page, '1 级标题')
  await expect(right.locator('h2')).toHaveText('资料正文右')
  await page.keyboard.press('F6')
  await expect(left).toBeFocused()

  const divider = page.getByRole('separator', { name: '调整两侧宽度' })
  const width = async () => (await beside.boundingBox())?.width ?? 0
  const before = await width()
  await divider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(width).toBeGreaterThan(before)

  await beside.getByText('阅读', { exact: true }).click()
  await expect(beside.getByRole('document', { name: '资料' }).locator('h2')).toHaveText('资料正文右')
  await beside.getByText('预览', { exact: true }).click()
  await expect(beside.locator('iframe')).toBeVisible()
  await beside.getByRole('button', { name: '关闭并排' }).click()
  await expect(beside).toBeHidden()

  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '并排打开…' }).click()
  await dialog.getByRole('tab', { name: '本稿的修订' }).click()
  await dialog.getByRole('button', { name: /手动保留/ }).click()
  await expect(beside.getByRole('document')).toContainText('主稿正文')
  await expect(beside.getByRole('document')).not.toContainText('左')
})

test('shortcuts of the text are listed', async ({ desk: { page } }) => {
  await page.keyboard.press('Shift+?')
  const dialog = page.getByRole('dialog', { name: '键盘快捷键' })
  await expect(dialog.getByText('上移段落')).toBeVisible()
  await expect(dialog.getByText('加粗')).toBeVisible()
  await expectAccessible(page)
})
