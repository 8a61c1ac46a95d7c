import type { Page } from '@playwright/test'
import sharp from 'sharp'
import type { Article } from '#shared/contract/articles.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import type { Client } from '../helpers/connect-client.ts'
import { everyBlock } from '../helpers/factories/every-block.ts'
import { expectAccessible } from './accessibility.ts'
import { documentOf, openArticle, paragraph, selectWords } from './article-page.ts'
import { compose, composingKey } from './composition.ts'
import { pasteInto } from './paste-into.ts'
import { expect, test } from './shared-desk.ts'

const picture = (color: string) =>
  sharp({ create: { width: 120, height: 90, channels: 3, background: color } })
    .png()
    .toBuffer()
const files = (...colors: string[]) =>
  Promise.all(
    colors.map(async (color) => ({
      name: `${color}.png`,
      mimeType: 'image/png',
      buffer: await picture(color),
    })),
  )

const stored = (client: Client, { id }: Article) => client.articles.get({ id }).then(({ doc }) => doc)
const words = (node: NodeJson): string => node.text ?? node.content?.map(words).join('') ?? ''
/** The stored article, each block as its type and what it says. */
const blocks = (client: Client, article: Article) =>
  expect.poll(async () =>
    (await stored(client, article)).content?.map((node) => `${node.type} ${words(node)}`.trim()),
  )
/** The first table of the stored article; headers begin with #. */
const cells = (client: Client, article: Article) =>
  expect.poll(async () => {
    const table = (await stored(client, article)).content?.find(({ type }) => type === 'table')
    return table?.content?.map((row) =>
      row.content?.map((cell) => `${cell.type === 'tableHeader' ? '#' : ''}${words(cell)}`).join(' '),
    )
  })
const attributes = (client: Client, article: Article, index: number) =>
  expect.poll(async () => (await stored(client, article)).content?.[index]?.attrs)

const insert = async (page: Page, name: string) => {
  await page.getByRole('toolbar', { name: '格式' }).getByRole('button', { name: '插入', exact: true }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}
const blockTool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: '区块工具' }).getByRole('button', { name, exact: true })

/** The page as it would be published, once it says what `when` asks for. */
const publishedBody = async (client: Client, { id }: Article, when: (html: string) => boolean) => {
  let html = ''
  await expect
    .poll(async () => {
      html = (await client.preview.render({ articleId: id })).html
      return when(html)
    })
    .toBe(true)
  return { html }
}

test('a table is written by keys, grown, merged, resized and deleted', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, { title: '表格', doc: documentOf('前文') })
  await editor.body.click()
  await page.keyboard.press('Control+Alt+t')
  const table = editor.body.locator('table')
  await expect(table.locator('th')).toHaveCount(3)
  for (const word of ['年份', '出货', '份额', '2025', '3', '4', '2026', '5', '6']) {
    if (word !== '年份') await page.keyboard.press('Tab')
    await page.keyboard.type(word)
  }
  await page.keyboard.press('Tab')
  await page.keyboard.type('2027')
  await page.keyboard.press('Shift+Tab')
  await cells(client, article).toEqual(['#年份 #出货 #份额', '2025 3 4', '2026 5 6', '2027  '])

  // Selected text has its own menu; without it the table's is there.
  await page.keyboard.press('ArrowRight')
  // Alt+F10 goes to the tools, arrows move among them, Escape goes back.
  await expect(blockTool(page, '删除行')).toBeVisible()
  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(blockTool(page, '删除行')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(editor.body).toBeFocused()

  await table.getByText('2027').click()
  await blockTool(page, '删除行').click()
  await blockTool(page, '首列为表头').click()
  await expect(blockTool(page, '首列为表头')).toHaveAttribute('aria-pressed', 'true')
  await table.getByText('份额').click()
  await blockTool(page, '在左侧插入列').click()
  await table.getByText('5', { exact: true }).click()
  await blockTool(page, '在上方插入行').click()
  await cells(client, article).toEqual(['#年份 #出货 # #份额', '#2025 3  4', '#   ', '#2026 5  6'])
  await page.keyboard.press('Control+z')
  await cells(client, article).toEqual(['#年份 #出货 # #份额', '#2025 3  4', '#2026 5  6'])

  await table.getByText('3', { exact: true }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(table.locator('.selectedCell')).toHaveCount(2)
  await expectAccessible(page)
  await blockTool(page, '合并单元格').click()
  await cells(client, article).toEqual(['#年份 #出货 # #份额', '#2025 3 4', '#2026 5  6'])
  await blockTool(page, '拆分单元格').click()
  await cells(client, article).toEqual(['#年份 #出货 # #份额', '#2025 3  4', '#2026 5  6'])
  await table.getByText('5', { exact: true }).click()
  await blockTool(page, '在下方插入行').click()
  await blockTool(page, '在右侧插入列').click()
  await table.getByText('6', { exact: true }).click()
  await blockTool(page, '删除列').click()
  await table.getByText('年份').click()
  await blockTool(page, '首行为表头').click()
  await expect(blockTool(page, '首行为表头')).toHaveAttribute('aria-pressed', 'false')
  await cells(client, article).toEqual(['#年份 出货  ', '#2025 3  ', '#2026 5  ', '#   '])
  await blockTool(page, '首行为表头').click()

  // The edge of a column is drawn; its width is kept and published.
  const box = await table.locator('th').first().boundingBox()
  if (!box) throw new Error('no cell')
  await page.mouse.move(box.x + box.width - 1, box.y + 10)
  await expect(table.locator('.column-resize-handle').first()).toBeVisible()
  await page.mouse.down()
  await page.mouse.move(box.x + box.width + 39, box.y + 10, { steps: 4 })
  await page.mouse.up()
  const width = Math.round(box.width + 40)
  const { html } = await publishedBody(client, article, (text) => text.includes('<colgroup>'))
  expect(Number(/<col style="width:(\d+)px">/.exec(html)?.[1])).toBeGreaterThan(width - 4)
  expect(html).toContain('<th scope="col"')

  await blockTool(page, '删除表格').click()
  await blocks(client, article).toEqual(['paragraph 前文'])
  await page.keyboard.press('Control+z')
  await expect(table).toBeVisible()
})

test('cells are pasted into cells; the grid of sizes draws a table', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, { title: '表格', doc: documentOf('') })
  await editor.body.click()
  await page.getByRole('button', { name: '插入', exact: true }).click()
  await page.getByRole('menuitem', { name: '2 行 3 列的表格' }).click()
  await cells(client, article).toEqual(['# # #', '  '])
  await page.keyboard.press('Tab')
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/html',
      '<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>',
    )
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await cells(client, article).toEqual(['# 甲 乙', ' 丙 丁'])
})

test('cells that are merged downwards are pasted as they are, into the caret’s cell and into selected ones', async ({
  desk: { page, client },
}) => {
  const table = {
    type: 'table',
    content: ['一二三', '四五六', '七八九'].map((row) => ({
      type: 'tableRow',
      content: [...row].map((word) => ({ type: 'tableCell', content: [paragraph(word)] })),
    })),
  }
  const { article, editor } = await openArticle(page, client, {
    title: '合并',
    doc: { type: 'doc', content: [table] },
  })
  const rows = '<tr><td>甲</td><td rowspan="3">乙</td></tr><tr><td>丙</td></tr><tr><td>丁</td></tr>'
  const spans = () =>
    editor.body.locator('td').evaluateAll((all) => all.map((cell) => (cell as HTMLTableCellElement).rowSpan))
  await editor.body.getByText('一', { exact: true }).click()
  await pasteInto(editor.body, { html: `<table>${rows}</table>` })
  await cells(client, article).toEqual(['甲 乙 三', '丙 六', '丁 九'])
  expect(await spans()).toEqual([1, 3, 1, 1, 1, 1, 1])
  await expect(editor.body.locator('.selectedCell')).toHaveText(['甲', '乙', '丙', '丁'])
  await page.keyboard.press('Control+z')
  await cells(client, article).toEqual(['一 二 三', '四 五 六', '七 八 九'])

  // Two rows are selected: of the three, two are pasted.
  await editor.body.getByText('五', { exact: true }).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(editor.body.locator('.selectedCell')).toHaveText(['五', '六', '八', '九'])
  await pasteInto(editor.body, { html: `<table>${rows}</table>` })
  await cells(client, article).toEqual(['一 二 三', '四 甲 乙', '七 丙'])
  expect(await spans()).toEqual([1, 1, 1, 1, 1, 2, 1, 1])
})

test('a click on the edge of a column leaves its width alone', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, { title: '列宽', doc: documentOf('前文') })
  await editor.body.click()
  await page.keyboard.press('Control+Alt+t')
  const headers = editor.body.locator('th')
  const press = async (index: number, by: number) => {
    const box = await headers.nth(index).boundingBox()
    if (!box) throw new Error('no cell')
    const [x, y] = [box.x + box.width - 1, box.y + 10]
    await page.mouse.move(x, y)
    await expect(editor.body.locator('.column-resize-handle').first()).toBeVisible()
    await page.mouse.down()
    if (by > 0) await page.mouse.move(x + by, y, { steps: 4 })
    await page.mouse.up()
  }
  await press(0, 0)
  await press(1, 40)
  await expect
    .poll(async () => {
      const [, table] = (await stored(client, article)).content ?? []
      return table?.content?.[0]?.content?.map(({ attrs }) => attrs?.colwidth)
    })
    .toEqual([null, [expect.any(Number)], null])
})

test('compositions in a cell: nothing interim is saved, no character lost', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, { title: '输入法', doc: documentOf('') })
  await editor.body.click()
  await insert(page, '表格')
  await cells(client, article).toHaveLength(3)
  await compose(page, ['n', 'nian', "nian'fen"], '年份', async () => {
    await expect(editor.body).toContainText("nian'fen")
    for (const key of ['Enter', 'Escape', 'Backspace', 'ArrowRight', 'ArrowDown', 'Tab'])
      await composingKey(editor.body, key)
    await page.evaluate(() => window.dispatchEvent(new Event('blur')))
    expect(JSON.stringify(await stored(client, article))).not.toContain('nian')
  })
  await cells(client, article).toEqual(['#年份 # #', '  ', '  '])
  await page.keyboard.press('Tab')
  for (const [interim, word] of [
    ['chu', '出'],
    ['huo', '货'],
    ['liang', '量'],
  ] as const)
    await compose(page, [interim.slice(0, 1), interim], word)
  await page.keyboard.press('ArrowDown')
  await compose(page, ['s', 'san'], '三')
  await page.keyboard.press('Backspace')
  await compose(page, ['s', 'si'], '四')
  await cells(client, article).toEqual(['#年份 #出货量 #', ' 四 ', '  '])
  await expect(editor.body.locator('table')).toHaveCount(1)
})

test('pictures are placed, gathered into a gallery, ordered and set apart again', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, {
    title: '图',
    doc: documentOf('前文', '后文'),
  })
  await editor.body.getByText('前文').click()
  await page.keyboard.press('End')
  const chosen = page.waitForEvent('filechooser')
  await insert(page, '图集')
  await (await chosen).setFiles(await files('red', 'lime', 'blue'))
  const gallery = editor.body.locator('.gallery')
  await expect(gallery.locator('img')).toHaveCount(3)
  await blocks(client, article).toEqual(['paragraph 前文', 'gallery', 'paragraph 后文'])
  const order = async () =>
    (await stored(client, article)).content
      ?.find(({ type }) => type === 'gallery')
      ?.content?.map(({ attrs }) => String(attrs?.media))
  const [red, lime, blue] = (await order()) ?? []

  await gallery.locator('img').first().click()
  await expect(blockTool(page, '图片前移')).toBeDisabled()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(order).toEqual([lime, red, blue])
  await blockTool(page, '图片后移').click()
  await expect.poll(order).toEqual([lime, blue, red])
  await gallery
    .locator('img')
    .nth(2)
    .dragTo(gallery.locator('img').nth(0), { targetPosition: { x: 3, y: 20 } })
  await expect.poll(order).toEqual([red, lime, blue])
  await gallery.locator('img').first().click()
  for (const [tool, columns] of [
    ['图集分 2 列', 2],
    ['图集列数自动', null],
    ['图集分 3 列', 3],
  ] as const) {
    await blockTool(page, tool).click()
    await attributes(client, article, 1).toEqual({ columns })
  }
  await expectAccessible(page)

  const more = page.waitForEvent('filechooser')
  await blockTool(page, '往图集添加图片').click()
  await (await more).setFiles(await files('black'))
  await expect(gallery.locator('img')).toHaveCount(4)
  // What was uploaded has found its place and its size.
  await editor.isSaved()
  const last = gallery.locator('img').nth(3)
  await expect
    .poll(() => last.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth))
    .toBeTruthy()
  await last.click()
  await blockTool(page, '把图片移出图集').click()
  await blocks(client, article).toEqual(['paragraph 前文', 'gallery', 'image', 'paragraph 后文'])

  // The one taken out is selected: by itself it can be placed and drawn wider or narrower.
  await blockTool(page, '图片靠左，文字环绕').click()
  await page.keyboard.press('Alt+-')
  await page.keyboard.press('Alt+-')
  await expect
    .poll(async () => (await stored(client, article)).content?.[2]?.attrs)
    .toMatchObject({
      align: 'left',
      span: 75,
    })
  const single = editor.body.locator('> figure')
  const box = await single.locator('img').boundingBox()
  const paper = await editor.body.boundingBox()
  if (!box || !paper) throw new Error('no picture')
  await page.mouse.move(box.x + box.width, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + paper.width * 0.34, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect(single).toHaveClass(/figure-33/)
  const { html } = await publishedBody(client, article, (text) => text.includes('figure-33'))
  expect(html).toMatch(/<div class="gallery gallery-3">\n(<figure>.*\n){3}<\/div>/)
  expect(html).toContain('<figure class="figure-left figure-33">')

  await single.locator('img').click()
  await blockTool(page, '图片加宽').click()
  await blockTool(page, '图片靠右，文字环绕').click()
  await attributes(client, article, 2).toMatchObject({ align: 'right' })
  await blockTool(page, '图片居中').click()
  await blockTool(page, '图片原始宽度').click()
  await attributes(client, article, 2).toMatchObject({ align: null, span: null })
  const before = (await stored(client, article)).content?.[2]?.attrs?.media
  await blockTool(page, '修改图片').click()
  const editing = page.getByRole('dialog', { name: '修改图片' })
  await editing.getByRole('button', { name: '向右旋转' }).click()
  await editing.getByRole('button', { name: '只用在这里' }).click()
  await expect(editing).toBeHidden()
  await attributes(client, article, 2).toMatchObject({ width: 90, height: 120 })
  expect((await stored(client, article)).content?.[2]?.attrs?.media).not.toBe(before)

  await gallery.locator('img').first().click()
  await blockTool(page, '图集拆成单张图片').click()
  await expect(gallery).toHaveCount(0)
  await blockTool(page, '与相邻图片合为图集').click()
  await expect(gallery.locator('img')).toHaveCount(4)
})

test('callouts, details and pull quotes by commands, signs and keys', async ({ desk: { page, client } }) => {
  const { article, editor } = await openArticle(page, client, { title: '框', doc: documentOf('') })
  await editor.body.click()
  await page.keyboard.type('> ')
  await page.keyboard.type('[!WARNING]')
  await page.keyboard.type('当心')
  await attributes(client, article, 0).toEqual({ kind: 'warning' })
  await blockTool(page, '警告').click()
  await attributes(client, article, 0).toEqual({ kind: 'caution' })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('：：：提示 ')
  await page.keyboard.type('甲')
  await blocks(client, article).toEqual(['callout 当心', 'callout 甲'])
  await attributes(client, article, 1).toEqual({ kind: 'tip' })
  await blockTool(page, '去掉外框，留下内容').click()
  await blocks(client, article).toEqual(['callout 当心', 'paragraph 甲'])

  await insert(page, '折叠内容')
  await page.keyboard.press('End')
  await compose(page, ['b', 'biaoti'], '标题', async () => {
    await composingKey(editor.body, 'Enter')
  })
  await page.keyboard.press('Enter')
  await page.keyboard.type('内容')
  await blocks(client, article).toEqual(['callout 当心', 'details 甲标题内容'])
  await blockTool(page, '网页上默认展开').click()
  await attributes(client, article, 1).toEqual({ open: true })
  await editor.body.getByRole('button', { name: '展开或收起' }).click()
  await expect(editor.body.getByText('内容')).toBeHidden()
  await editor.body.getByRole('button', { name: '展开或收起' }).click()
  await editor.body.getByText('内容').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('金句')
  await insert(page, '金句')
  await editor.body.getByRole('textbox', { name: '出处，如说话的人' }).click()
  await compose(page, ['m', 'mou'], '某人')
  await blocks(client, article).toEqual(['callout 当心', 'details 甲标题内容', 'pullQuote 金句'])
  await attributes(client, article, 2).toEqual({ attribution: '某人' })
  await expectAccessible(page)

  const { html } = await publishedBody(client, article, (text) => text.includes('某人'))
  expect(html).toContain('<aside class="callout callout-caution" role="note">\n<p>当心</p>\n</aside>')
  expect(html).toContain('<details open>\n<summary>甲标题</summary>\n<div class="details-content">')
  expect(html).toContain('<figcaption>某人</figcaption>')
})

test('the caret is never beside the fields of a block: what is written there is in the text', async ({
  desk: { page, client },
}) => {
  const text = (value: string) => ({ type: 'text', text: value })
  const block = (type: string, ...content: NodeJson[]): NodeJson => ({ type, content })
  const { article, editor } = await openArticle(page, client, {
    title: '框',
    doc: {
      type: 'doc',
      content: [
        paragraph('甲'),
        block('codeBlock', text('乙')),
        paragraph('丙'),
        block(
          'details',
          block('detailsSummary', text('丁')),
          block('detailsContent', block('pullQuote', paragraph('戊'))),
        ),
        paragraph('己'),
      ],
    },
  })
  for (const [word, side, key] of [
    ['乙', 'before', 'ArrowUp'],
    ['乙', 'before', 'ArrowLeft'],
    ['丁', 'before', 'ArrowLeft'],
    ['戊', 'after', 'ArrowRight'],
    ['戊', 'after', 'ArrowDown'],
  ] as const) {
    await selectWords(editor.body, word, side)
    await page.keyboard.press(key)
    await page.keyboard.type('x')
  }
  const written = async () =>
    (await stored(client, article)).content?.map((node) => words(node).replaceAll(/[^x]/g, ''))
  await expect.poll(written).toEqual(['xx', '', 'x', '', 'xx'])
})

test('Backspace between two blocks below a list selects the first', async ({ desk: { page, client } }) => {
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('条目')] }] }
  const picture = { type: 'image', attrs: { media: 'c'.repeat(64) } }
  const doc = { type: 'doc' as const, content: [list, { type: 'horizontalRule' }, picture, paragraph('文')] }
  const errors: string[] = []
  const note = (error: Error) => errors.push(error.message)
  page.on('pageerror', note)
  const { article, editor } = await openArticle(page, client, { title: '间隙', doc })
  await editor.body.locator('> figure .image-block-frame').click()
  await page.keyboard.press('ArrowLeft')
  await expect(editor.body.locator('.ProseMirror-gapcursor')).toBeAttached()
  await page.keyboard.press('Backspace')
  await expect(editor.body.locator('hr.ProseMirror-selectednode')).toBeAttached()
  page.off('pageerror', note)
  expect(errors).toEqual([])
  await blocks(client, article).toEqual(['bulletList 条目', 'horizontalRule', 'image', 'paragraph 文'])
})

test('Enter over text of several blocks takes its place', async ({ desk: { page, client } }) => {
  const heading = (text: string) => ({
    type: 'heading',
    attrs: { level: 2 },
    content: documentOf(text).content?.[0]?.content ?? [],
  })
  const doc = {
    type: 'doc' as const,
    content: [heading('标题'), { type: 'blockquote', content: [paragraph('引用文字')] }, paragraph('末')],
  }
  const { article, editor } = await openArticle(page, client, { title: '回车', doc })
  await editor.body.getByText('标题').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.type('x')
  await blocks(client, article).toEqual(['blockquote x文字', 'paragraph 末'])
})

test('Enter over items of a list parts its items', async ({ desk: { page, client } }) => {
  const item = (type: string, text: string) => ({ type, content: [paragraph(text)] })
  const doc = {
    type: 'doc' as const,
    content: ['甲', '乙'].map((name, index) => {
      const [list, type] = index === 0 ? ['bulletList', 'listItem'] : ['taskList', 'taskItem']
      return { type: String(list), content: ['一', '二', '三'].map((at) => item(String(type), name + at)) }
    }),
  }
  const { article, editor } = await openArticle(page, client, { title: '回车', doc })
  for (const first of ['甲一', '乙一']) {
    await selectWords(editor.body, first.slice(0, 1), 'after')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.type('x')
  }
  await expect
    .poll(async () =>
      (await client.articles.get({ id: article.id })).doc.content?.map(({ content }) =>
        content?.map(({ content }) =>
          content?.map(({ content }) => content?.map(({ text }) => text).join('')),
        ),
      ),
    )
    .toEqual([
      [['甲'], ['x三']],
      [['乙'], ['x三']],
    ])
})

test('Backspace at the beginning of a summary leaves plain text', async ({ desk: { page, client } }) => {
  const details = {
    type: 'details',
    content: [
      { type: 'detailsSummary', content: [{ type: 'text', text: '甲标题' }] },
      { type: 'detailsContent', content: documentOf('内容').content ?? [] },
    ],
  }
  const { article, editor } = await openArticle(page, client, {
    title: '框',
    doc: { type: 'doc', content: [details] },
  })
  await editor.body.getByText('甲标题').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await blocks(client, article).toEqual(['paragraph 甲标题', 'paragraph 内容'])
})

test('alignment and highlight by keys and signs; the tools stay in one line', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, { title: '格式', doc: documentOf('一') })
  await editor.body.click()
  await page.keyboard.press('Control+Shift+e')
  await attributes(client, article, 0).toEqual({ align: 'center' })
  await page.keyboard.press('Control+Shift+r')
  await attributes(client, article, 0).toEqual({ align: 'right' })
  await page.getByRole('button', { name: '对齐', exact: true }).click()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: '两端对齐' }).click()
  await attributes(client, article, 0).toEqual({ align: 'justify' })
  await expect(editor.body).toBeFocused()
  await page.keyboard.press('Control+Shift+l')
  await page.keyboard.type('，==亮==，＝＝也亮＝＝。H')
  await page.keyboard.press('Control+,')
  await page.keyboard.type('2')
  await expect(editor.body.locator('mark')).toHaveText(['亮', '也亮'])
  await expect(editor.body.locator('sub')).toHaveText('2')
  await attributes(client, article, 0).toEqual({ align: null })

  await page.setViewportSize({ width: 1024, height: 700 })
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const bar = page.getByRole('toolbar', { name: '格式' })
  await expect(bar.getByRole('button', { name: '加粗' })).toHaveCount(0)
  const overflow = () => bar.evaluate((element) => element.scrollWidth - element.clientWidth)
  await expect.poll(overflow).toBe(0)
  expect((await bar.boundingBox())?.height).toBeLessThan(40)
  await editor.body.press('Control+a')
  await bar.getByRole('button', { name: '更多格式' }).click()
  await page.getByRole('menuitem', { name: '加粗' }).click()
  await expect(editor.body.locator('strong').first()).toBeVisible()
})

test('the preview shows every block, and so does the page', async ({ desk: { page, client } }) => {
  const [file] = await files('teal')
  const { id } = await client.media.upload({
    file: new File([new Uint8Array(file?.buffer ?? [])], 'a.png', { type: 'image/png' }),
  })
  const { article } = await openArticle(page, client, { title: '每一种', doc: everyBlock(id) })
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const frame = page.frameLocator('iframe[title="页面预览"]')
  for (const selector of [
    '.callout-caution',
    'details[open] > summary',
    '.pull-quote figcaption',
    '.table th[scope="row"]',
    '.figure-left.figure-50',
    '.gallery-3 img',
    'mark',
    'p.align-center',
  ])
    await expect(frame.locator(`.body ${selector}`).first()).toBeVisible()
  const { html } = await publishedBody(client, article, () => true)
  expect(html).toContain('class="gallery gallery-3"')
})

test('the last letter of code can be erased, and what is written then stays', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, {
    doc: { type: 'doc', content: [{ type: 'codeBlock', content: [{ type: 'text', text: 'h' }] }] },
  })
  const code = editor.body.locator('pre')
  await code.click()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await expect(code).toHaveText('')
  await page.keyboard.type('z')
  await expect(code.locator('code')).toHaveText('z')
  await expect
    .poll(async () => (await client.articles.get({ id: article.id })).doc.content?.[0])
    .toMatchObject({ type: 'codeBlock', content: [{ text: 'z' }] })
})
