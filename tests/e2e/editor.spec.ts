import type { NodeJson } from '#shared/document/document-json.ts'
import type { Client } from '../helpers/connect-client.ts'
import { expectAccessible } from './accessibility.ts'
import { articlePage, documentOf, openArticle, paragraph, selectWords, showArticle } from './article-page.ts'
import { expect, test } from './shared-desk.ts'

type Id = Parameters<Client['articles']['get']>[0]['id']

const text = (value: string, ...marks: string[]): NodeJson => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})

async function expectStored(client: Client, id: Id, content: NodeJson[]) {
  await expect
    .poll(async () => (await client.articles.get({ id })).doc.content?.map(withoutDefaults))
    .toEqual(content.map(withoutDefaults))
}

/** Attributes that are null or '' say nothing here. */
const withoutDefaults = (node: NodeJson): NodeJson => {
  const attrs = Object.entries(node.attrs ?? {}).filter(([, value]) => value !== null && value !== '')
  return {
    type: node.type,
    ...(attrs.length > 0 && { attrs: Object.fromEntries(attrs) }),
    ...(node.content && { content: node.content.map(withoutDefaults) }),
    ...(node.text !== undefined && { text: node.text }),
    ...(node.marks && { marks: node.marks }),
  }
}

/** 4 by 3 pixels. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR4nGM4YWMDRwxkcgBEmhVdDZUJfAAAAABJRU5ErkJggg==',
  'base64',
)

test('Markdown shortcuts make every block, in Chinese text too', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, { title: '快捷输入' })
  await editor.body.click()
  const lines = [
    '## 大标题',
    '### 小标题',
    '这是**重点**和*语气*与`代码`还有~~旧文~~。',
    '- 甲',
    '乙',
    '',
    '1. 子',
    '',
    '[ ] 待办',
    '',
    '> 引文',
    '',
    '---',
    '```ts ',
  ]
  for (const [index, line] of lines.entries()) {
    if (index > 0 && lines[index - 1] !== '---') await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
  await page.keyboard.type('let a = 1')
  const item = (type: string, value: string, attrs?: Record<string, unknown>): NodeJson => ({
    type,
    ...(attrs && { attrs }),
    content: [paragraph(value)],
  })
  await expectStored(client, article.id, [
    { type: 'heading', attrs: { level: 2 }, content: [text('大标题')] },
    { type: 'heading', attrs: { level: 3 }, content: [text('小标题')] },
    {
      type: 'paragraph',
      content: [
        text('这是'),
        text('重点', 'bold'),
        text('和'),
        text('语气', 'italic'),
        text('与'),
        text('代码', 'code'),
        text('还有'),
        text('旧文', 'strike'),
        text('。'),
      ],
    },
    { type: 'bulletList', content: [item('listItem', '甲'), item('listItem', '乙')] },
    { type: 'orderedList', attrs: { start: 1 }, content: [item('listItem', '子')] },
    { type: 'taskList', content: [item('taskItem', '待办', { checked: false })] },
    { type: 'blockquote', content: [paragraph('引文')] },
    { type: 'horizontalRule' },
    { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('let a = 1')] },
  ])
})

test('the toolbar formats what is selected and shows what is on', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, {
    title: '工具栏',
    doc: documentOf('四个汉字'),
  })
  await editor.body.click()
  await page.keyboard.press('Control+a')
  for (const name of ['加粗', '斜体', '下划线', '删除线']) {
    await editor.tool(name).click()
    await expect(editor.tool(name)).toHaveAttribute('aria-pressed', 'true')
  }
  await editor.tool('1 级标题').click()
  await expectStored(client, article.id, [
    {
      type: 'heading',
      attrs: { level: 2 },
      content: [text('四个汉字', 'bold', 'italic', 'underline', 'strike')],
    },
  ])
  await page.keyboard.press('Control+z')
  await expect(editor.body.getByRole('heading')).toHaveCount(0)
  await expect(editor.tool('重做')).toBeEnabled()
  // The small letter comes with Caps Lock; the second one has nothing to redo.
  for (const times of ['once', 'twice']) {
    await page.keyboard.press('Control+Shift+z')
    await expect(editor.body.getByRole('heading'), times).toHaveCount(1)
  }
})

test('selected words have their tools above them, by mouse and by keys', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, {
    title: '所选',
    doc: documentOf('开头', '前面的话，选中的话。'),
  })
  const tools = page.getByRole('toolbar', { name: '所选文字的工具' })
  const tool = (name: string) => tools.getByRole('button', { name, exact: true })
  await selectWords(editor.body, '选中的话')
  await expect(tools).toBeVisible()
  const [above, line] = [await tools.boundingBox(), await editor.body.locator('p').nth(1).boundingBox()]
  expect(above && line && above.y + above.height).toBeLessThanOrEqual(line?.y ?? 0)
  await expectAccessible(page)
  await tool('加粗').click()
  await expect(tool('加粗')).toHaveAttribute('aria-pressed', 'true')
  await expect(editor.body).toBeFocused()

  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(tool('斜体')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(editor.body).toBeFocused()
  await expectStored(client, article.id, [
    paragraph('开头'),
    {
      type: 'paragraph',
      content: [text('前面的话，'), text('选中的话', 'bold', 'italic'), text('。')],
    },
  ])

  // Not over what is written in another field, and not where nothing is selected.
  await editor.dek.click()
  await expect(tools).toBeHidden()
  await editor.body.focus()
  await expect(tools).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(tools).toBeHidden()
})

test('keys and menus make every form of text and list, and take it back', async ({
  desk: { page, client },
}) => {
  const { editor } = await openArticle(page, client, { title: '命令', doc: documentOf('文字') })
  const { body } = editor
  const marks = [
    ['Control+Shift+h', 'mark'],
    ['Control+e', 'code'],
    ['Control+.', 'sup'],
    ['Control+,', 'sub'],
  ] as const
  const blocks = [
    ['Control+Alt+4', 'h4'],
    ['Control+Alt+c', 'pre'],
    ['Control+Shift+b', 'blockquote'],
    ['Control+Shift+8', 'ul > li'],
    ['Control+Shift+7', 'ol > li'],
    ['Control+Shift+9', 'ul[data-type=taskList] > li'],
  ] as const
  for (const [select, forms] of [
    [() => selectWords(body, '文字'), [...marks, ...blocks]],
    [() => page.keyboard.press('Control+a'), blocks],
  ] as const) {
    await select()
    for (const [keys, tag] of forms) {
      await page.keyboard.press(keys)
      await expect(body.locator(tag)).toContainText('文字')
      await page.keyboard.press(keys)
      await expect(body.locator(tag)).toHaveCount(0)
    }
  }
  await page.getByRole('button', { name: '插入', exact: true }).click()
  await page.getByRole('menuitem', { name: '提示框' }).click()
  await expect(body.locator('.callout')).toHaveText('文字')
  await page.keyboard.press('End')
  for (const name of ['提示', '重要', '注意', '警告', '说明']) {
    const kind = page.getByRole('toolbar', { name: '区块工具' }).getByRole('button', { name, exact: true })
    await kind.click()
    await expect(kind).toHaveAttribute('aria-pressed', 'true')
  }
  await page.getByRole('button', { name: '插入', exact: true }).click()
  await page.getByRole('menuitem', { name: '分隔线' }).click()
  await expect(body.locator('hr')).toHaveCount(1)
})

test('a link is set, refused when unsafe, changed and removed', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, { title: '链接', doc: documentOf('出处') })
  await editor.body.click()
  await page.keyboard.press('Control+a')
  await editor.tool('链接').click()
  const address = page.getByRole('textbox', { name: '链接地址' })
  await address.fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(page.getByText('只能是 http、https')).toBeVisible()
  await address.fill('www.example.com/a')
  await page.keyboard.press('Enter')
  await expect(editor.body.getByRole('link', { name: '出处' })).toHaveAttribute(
    'href',
    'https://www.example.com/a',
  )
  await editor.isSaved()
  await editor.body.getByRole('link').click()
  await expect(page.getByRole('button', { name: 'https://www.example.com/a' })).toBeVisible()
  await editor.tool('链接').click()
  await page.getByRole('button', { name: '移除链接' }).click()
  await expectStored(client, article.id, [paragraph('出处')])
})

test('a hostile paste leaves text only, and a form does not break it', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, { title: '粘贴' })
  await editor.body.click()
  const html = `<form><input name="nodeName"><p onclick="x()">正<b>文</b></p></form><script>window.hit = 1</script>
    <img src="x" onerror="window.hit = 1"><a href="javascript:window.hit=1">链</a><svg onload="window.hit=1"></svg><h1>标</h1>`
  await editor.body.evaluate((element, pasted) => {
    const data = new DataTransfer()
    data.setData('text/html', pasted)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, html)
  await expectStored(client, article.id, [
    { type: 'paragraph', content: [text('正'), text('文', 'bold')] },
    // The place of a picture that nobody can reach.
    { type: 'image' },
    paragraph('链'),
    { type: 'heading', attrs: { level: 2 }, content: [text('标')] },
  ])
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
})

test('an image is stored, described in place, and one that is missing says so', async ({
  desk: { page, client },
}) => {
  const source = 'https://img.example.com/a.png'
  const { article, editor } = await openArticle(page, client, {
    title: '图片',
    doc: {
      type: 'doc',
      content: [
        paragraph(''),
        {
          type: 'image',
          attrs: { media: null, source, alt: '', caption: '', width: null, height: null },
        },
      ],
    },
  })
  await expect(editor.body.getByText(source)).toBeVisible()
  await editor.body.locator('p').first().click()
  const choosing = page.waitForEvent('filechooser')
  await editor.tool('插入图片').click()
  await (await choosing).setFiles({ name: '图.png', mimeType: 'image/png', buffer: png })
  const figure = editor.body.locator('figure').first()
  await expect(figure.locator('img')).toHaveJSProperty('naturalWidth', 4)
  await figure.getByRole('textbox', { name: '替代文字' }).fill('四乘三的图')
  await figure.getByRole('textbox', { name: '图片说明' }).fill('图一')
  const media = await client.media.list({}).then(({ items }) => items[0])
  await expectStored(client, article.id, [
    {
      type: 'image',
      attrs: { media: media?.id, alt: '四乘三的图', caption: '图一', width: 4, height: 3 },
    },
    { type: 'image', attrs: { source } },
  ])
})

test('a file that is no image is refused where it was put', async ({ desk: { page, client } }) => {
  const { editor } = await openArticle(page, client, { title: '坏图' })
  await editor.body.click()
  const choosing = page.waitForEvent('filechooser')
  await editor.tool('插入图片').click()
  await (await choosing).setFiles({ name: '假.png', mimeType: 'image/png', buffer: Buffer.from('no image') })
  const failed = editor.body.locator('.upload-block.is-failed')
  await expect(failed).toContainText('假.png')
  await failed.getByRole('button', { name: '删除' }).click()
  await expect(failed).toHaveCount(0)
})

test('what was acknowledged is there after the program was killed', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, { title: '' })
  await expect(editor.title).toBeFocused()
  await page.keyboard.type('再造一篇')
  await page.keyboard.press('Enter')
  await page.keyboard.type('第一段。')
  await editor.isSaved()
  await expect(page.getByRole('group', { name: '状态栏' })).toContainText('4 字')
  await page.reload()
  await expect(editor.title).toHaveValue('再造一篇')
  await expect(editor.body).toHaveText('第一段。')
  expect((await client.articles.get({ id: article.id })).slug).toBe('zai-zao-yi-pian')
  await expectAccessible(page)
})

test.describe('two at the same article', () => {
  test('a clean editor takes over what was saved elsewhere and keeps its caret', async ({
    desk: { page, client },
  }) => {
    const { article, editor } = await openArticle(page, client, {
      title: '两处',
      doc: documentOf('第一段', '第二段'),
    })
    await editor.body.getByText('第二段').click()
    await page.keyboard.press('End')
    await client.articles.save({
      id: article.id,
      baseVersion: article.version,
      changes: { title: '两处改', doc: documentOf('第一段加长了', '第二段') },
    })
    await expect(editor.body).toContainText('第一段加长了')
    await expect(editor.title).toHaveValue('两处改')
    await page.keyboard.type('在此')
    await expectStored(client, article.id, [paragraph('第一段加长了'), paragraph('第二段在此')])
    await editor.isSaved()
  })

  /** Both sides write before either knows of the other. */
  async function collide(page: Parameters<typeof openArticle>[0], client: Client) {
    const opened = await openArticle(page, client, { title: '冲突', doc: documentOf('原文') })
    await opened.editor.body.click()
    await page.keyboard.press('Control+End')
    const { id, version } = opened.article
    // The first key makes the editor dirty, so that it does not take the other version over.
    await page.keyboard.type('我')
    await client.articles.save({ id, baseVersion: version, changes: { doc: documentOf('他写的') } })
    await page.keyboard.type('写的')
    await expect(page.getByRole('dialog', { name: '这篇稿件在别处有改动' })).toBeVisible()
    return opened
  }

  test('keep mine', async ({ desk: { page, client } }) => {
    const { article, editor } = await collide(page, client)
    await page.getByRole('button', { name: '对比' }).click()
    await expect(page.getByRole('dialog').getByRole('table')).toContainText('他写的')
    await page.getByRole('button', { name: '保留我的' }).click()
    await editor.isSaved()
    await expectStored(client, article.id, [paragraph('原文我写的')])
    const revisions = await client.revisions.list({ articleId: article.id })
    const kept = revisions.find(({ reason }) => reason === 'conflict')
    expect(kept && (await client.revisions.get({ id: kept.id })).content.doc).toEqual(documentOf('他写的'))
  })

  test('take theirs', async ({ desk: { page, client } }) => {
    const { article, editor } = await collide(page, client)
    await page.getByRole('button', { name: '采用已保存的' }).click()
    await expect(editor.body).toHaveText('他写的')
    await editor.isSaved()
    const revisions = await client.revisions.list({ articleId: article.id })
    const kept = revisions.find(({ reason }) => reason === 'conflict')
    expect(kept && (await client.revisions.get({ id: kept.id })).content.doc).toEqual(
      documentOf('原文我写的'),
    )
  })
})

test('find goes from match to match and clears', async ({ desk: { page, client } }) => {
  const { editor } = await openArticle(page, client, {
    title: '查找',
    doc: documentOf('AI 与 ai', '又见 Ai'),
  })
  await editor.body.click()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('ai')
  const status = page.getByRole('search').getByRole('status')
  await expect(status).toContainText('共 3 处')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(editor.body.locator('.find-match.is-active')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(editor.body.locator('.find-match')).toHaveCount(0)
  await expect(editor.body).toBeFocused()
})

test('the inspector files the article', async ({ desk: { page, client } }) => {
  const category = await client.categories.create({ name: '业界动态' })
  const { article, editor } = await openArticle(page, client, { title: '归档', doc: documentOf('第一版') })
  const { inspector } = editor
  await inspector.getByRole('button', { name: '分类' }).click()
  await page.getByRole('option', { name: '业界动态' }).click()
  await expect(inspector.getByRole('button', { name: '分类' })).toHaveAccessibleName('分类 业界动态')
  await inspector.getByText('审稿中').click()
  await expect
    .poll(async () => {
      const { categoryId, state } = await client.articles.get({ id: article.id })
      return { categoryId, state }
    })
    .toEqual({ categoryId: category.id, state: 'in_review' })
})

test('an open article follows categories, tags and bylines that change elsewhere', async ({
  desk: { page, client },
}) => {
  const { id: categoryId } = await client.categories.create({ name: '业界动态' })
  const { editor } = await openArticle(page, client, {
    title: '题',
    categoryId,
    tags: ['模型'],
    byline: '林',
  })
  const { inspector } = editor
  await expect(inspector.getByRole('button', { name: '分类' })).toHaveAccessibleName('分类 业界动态')

  const [tag] = await client.tags.list({})
  const [byline] = await client.bylines.list({})
  if (!tag || !byline) throw new Error('no labels')
  await client.tags.rename({ id: tag.id, name: '大模型' })
  await client.bylines.rename({ id: byline.id, name: '林墨' })
  await client.categories.delete({ id: categoryId, reassignTo: null })
  await expect(inspector.getByText('大模型', { exact: true })).toBeVisible()
  await expect(inspector.getByRole('combobox', { name: '署名' })).toHaveValue('林墨')
  await expect(inspector.getByRole('button', { name: '分类' })).not.toHaveAccessibleName(/业界动态/)
  await editor.isSaved()
})

test('the inspector takes address name, source, times, figures and a cover', async ({
  desk: { page, client },
}) => {
  const file = new File([new Uint8Array(png)], '封面.png', { type: 'image/png' })
  const { id: cover } = await client.media.upload({ file })
  await client.media.update({ id: cover, changes: { alt: '封面上的图' } })
  const publishTime = Date.parse('2025-07-31T11:36:49+08:00')
  const { article, editor } = await openArticle(page, client, { title: '资料', publishTime })
  const { inspector } = editor
  await inspector.getByRole('button', { name: '发布时间' }).click()
  await page.getByRole('button', { name: '15 七月 2025' }).click()
  await page.keyboard.press('Escape')
  const slug = inspector.getByRole('textbox', { name: '网址名' })
  await slug.fill('不行')
  await expect(inspector.getByText('只能用小写字母、数字与连字符')).toBeVisible()
  await slug.fill('by-hand')
  await inspector.getByRole('button', { name: '来源', exact: true }).click()
  await inspector.getByRole('textbox', { name: '来源名称' }).fill('别家')
  const url = inspector.getByRole('textbox', { name: '来源网址' })
  await url.fill('example.com/a')
  await expect(inspector.getByText('须以 http:// 或 https:// 开头')).toBeVisible()
  await url.fill('https://example.com/a')
  const figures = inspector.getByRole('button', { name: '阅读数据', exact: true })
  if ((await figures.getAttribute('aria-expanded')) === 'false') await figures.click()
  await inspector.getByRole('textbox', { name: '起始阅读数' }).fill('1200')
  await inspector.getByRole('button', { name: '选择封面' }).click()
  const picker = page.getByRole('dialog', { name: '选择图片' })
  await picker.getByRole('gridcell').click()
  await expect
    .poll(() => client.articles.get({ id: article.id }))
    .toMatchObject({
      slug: 'by-hand',
      slugIsAutomatic: false,
      sourceName: '别家',
      sourceUrl: 'https://example.com/a',
      startingViews: 1200,
      cover,
      coverAlt: '封面上的图',
      publishTime: Date.parse('2025-07-15T11:36:49+08:00'),
    })
  await inspector.getByRole('button', { name: '移除', exact: true }).click()
  await inspector.getByRole('button', { name: '清除' }).click()
  await inspector.getByRole('switch', { name: '随标题' }).check({ force: true })
  await expect
    .poll(() => client.articles.get({ id: article.id }))
    .toMatchObject({ slug: 'zi-liao', cover: null, publishTime: null })
})

test('unsaved changes of a window that is gone are offered, not applied', async ({
  desk: { page, client },
}) => {
  const { article } = await openArticle(page, client, { title: '日志', doc: documentOf('存下的') })
  const { folder } = await client.library.info()
  await page.evaluate(
    ([library, articleId, baseVersion]) => {
      const window = 'a-window-that-is-gone'
      const changes = {
        doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '没存下的' }] }] },
      }
      localStorage.setItem(
        `galley-journal:${JSON.stringify([library, articleId, window])}`,
        JSON.stringify({ library, articleId, window, baseVersion, changes, at: Date.now() }),
      )
    },
    [folder, article.id, article.version] as const,
  )
  await page.reload()
  const editor = articlePage(page)
  await expect(page.getByRole('dialog', { name: '发现未保存的改动' })).toContainText('没存下的')
  await expect(editor.body).toHaveText('存下的')
  await page.getByRole('button', { name: '恢复这些改动' }).click()
  await expect(editor.body).toHaveText('没存下的')
  await expectStored(client, article.id, [paragraph('没存下的')])
  await showArticle(page, article)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
