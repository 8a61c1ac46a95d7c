import type { Page } from '@playwright/test'
import type { NodeJson } from '#shared/document/document-json.ts'
import type { Client } from '../helpers/connect-client.ts'
import { publishAll } from '../helpers/publish-all.ts'
import { expectAccessible } from './accessibility.ts'
import { articlePage, documentOf, openArticle, paragraph } from './article-page.ts'
import { compose } from './composition.ts'
import { test as testAlone } from './fixtures.ts'
import { holdFrames } from './hold-frames.ts'
import { expect, test } from './shared-desk.ts'

const preview = (page: Page) => page.frameLocator('iframe[title="页面预览"]')

const endOf = async (page: Page) => {
  await articlePage(page).body.click()
  await page.keyboard.press('Control+End')
}

const stored = async (client: Client, { id }: { id: Parameters<Client['articles']['get']>[0]['id'] }) =>
  (await client.articles.get({ id })).doc.content ?? []

const paste = (page: Page, text: string) =>
  articlePage(page).body.evaluate((element, plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

test('formulas: typed between dollars, asked for, corrected, drawn as the page draws them', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, { title: '公式', doc: documentOf('质能') })
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await endOf(page)
  await page.keyboard.type('$E=mc^2$，定价 $5 与 $6。')
  await expect(editor.body.locator('.math-inline msup')).toHaveText('c2')
  await expect(editor.body.locator('.math-inline')).toHaveCount(1)
  await expect(preview(page).locator('span.math[data-math="E=mc^2"] > math msup')).toHaveText('c2')

  // Backspace right after it gives the letters back.
  await page.keyboard.type('$x$')
  await expect(editor.body.locator('.math-inline')).toHaveCount(2)
  await page.keyboard.press('Backspace')
  await expect(editor.body.locator('.math-inline')).toHaveCount(1)
  await expect(editor.body).toContainText('$6。$x$')

  // What a Chinese keyboard writes for $$ begins a block too. Wrong LaTeX says where.
  await page.keyboard.press('Enter')
  await page.keyboard.type('￥￥')
  await page.keyboard.press('Enter')
  const box = page.getByRole('dialog', { name: '公式' })
  const latex = box.getByRole('textbox', { name: 'LaTeX' })
  await expect(latex).toBeFocused()
  await page.keyboard.type('\\frac{1}{')
  await expect(box.getByRole('status')).toContainText('不是完整的 LaTeX')
  await expectAccessible(page)
  await page.keyboard.type('2}')
  await expect(box.locator('mfrac')).toBeVisible()
  await expect(box.getByRole('status')).toBeEmpty()
  await latex.evaluate((field) =>
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    ),
  )
  await expect(box).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(box).toBeHidden()
  await page.keyboard.type('下一段')
  await expect(editor.body.locator('.math-block mfrac')).toBeVisible()
  await expect(preview(page).locator('div.math mfrac')).toBeVisible()
  await editor.isSaved()
  expect((await stored(client, article)).slice(1)).toEqual([
    { type: 'mathBlock', attrs: { latex: '\\frac{1}{2}' } },
    paragraph('下一段'),
  ])

  // Opened again from the keyboard; Escape leaves it as it was, Enter writes.
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(latex).toHaveValue('\\frac{1}{2}')
  await page.keyboard.type('y')
  await page.keyboard.press('Escape')
  await expect(editor.body).toBeFocused()
  await expect(editor.body.locator('.math-block mfrac')).toBeVisible()
  await editor.body.locator('.math-block').click()
  await page.keyboard.type('\\mathbb{R}')
  await page.keyboard.press('Enter')
  await expect(editor.body.locator('.math-block')).toHaveText('ℝ')
  await page.keyboard.press('Control+z')
  await expect(editor.body.locator('.math-block mfrac')).toBeVisible()

  // A formula that is emptied goes.
  await editor.body.locator('.math-inline').click()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(editor.body.locator('.math-inline')).toHaveCount(0)
  await page.keyboard.press('Control+Alt+e')
  await page.keyboard.type('a<b')
  await page.keyboard.press('Enter')
  await expect(editor.body.locator('.math-inline')).toHaveText('a<b')
})

test('a footnote is written on when the menus of the text come after it', async ({
  desk: { page, client },
}) => {
  const letPaint = await holdFrames(page)
  const { article, editor } = await openArticle(page, client, { title: '早到', doc: documentOf('甲') })
  await endOf(page)
  await page.keyboard.press('Control+Alt+f')
  const note = page.getByRole('textbox', { name: '脚注内容' })
  await expect(note).toBeFocused()
  await page.keyboard.type('注')
  await letPaint()
  await expect(editor.tool('更多格式')).toBeVisible()
  await expect(note).toBeFocused()
  await page.keyboard.type('释')
  await page.keyboard.press('Enter')
  await expect.poll(async () => JSON.stringify(await stored(client, article))).toContain('注释')
})

test('footnotes: numbered as they stand, written in place with marks and input methods, one undo', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, { title: '脚注', doc: documentOf('甲', '乙') })
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await endOf(page)
  await page.keyboard.press('Control+Alt+f')
  const box = page.getByRole('dialog', { name: '脚注' })
  const note = box.getByRole('textbox', { name: '脚注内容' })
  await expect(note).toBeFocused()
  await expectAccessible(page)
  const notes = async () => JSON.stringify(await stored(client, article))
  await compose(page, ['z', 'zhu', "zhu'shi"], '注释', async () => {
    await expect(note).toHaveText("zhu'shi")
    // Long enough for an autosave of the number; the letters of the input method stay out of the article.
    await page.evaluate(() => window.dispatchEvent(new Event('blur')))
    await expect.poll(notes).toContain('footnote')
    expect(await notes()).not.toContain('zhu')
    await expect(note).toHaveText("zhu'shi")
  })
  await page.keyboard.press('Control+b')
  await page.keyboard.type('粗')
  await page.keyboard.press('Enter')
  await expect(box).toBeHidden()
  await page.keyboard.type('之后')
  const written: NodeJson = {
    type: 'footnote',
    content: [
      { type: 'text', text: '注释' },
      { type: 'text', marks: [{ type: 'bold' }], text: '粗' },
    ],
  }
  await expect
    .poll(async () => (await stored(client, article))[1]?.content)
    .toEqual([{ type: 'text', text: '乙' }, written, { type: 'text', text: '之后' }])

  // An earlier note takes its number; an address that is pasted is a link.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+Alt+f')
  await note.evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'https://a.example/')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.keyboard.press('Escape')
  await expect(editor.body.locator('.footnote-number')).toHaveCount(2)
  const list = preview(page).locator('section.footnotes li')
  await expect(list).toHaveText(['https://a.example/ ↩', '注释粗 ↩'])
  await expect(list.first().locator('a[rel=noopener]')).toHaveAttribute('href', 'https://a.example/')
  await expect(preview(page).locator('sup.footnote-ref')).toHaveText(['1', '2'])

  // Undo inside the note is the article's, one history.
  await editor.body.locator('.footnote-number').nth(1).click()
  await expect(note).toHaveText('注释粗')
  await page.keyboard.press('End')
  await page.keyboard.type('误')
  await expect(note).toHaveText('注释粗误')
  await page.keyboard.press('Control+z')
  await expect(note).toHaveText('注释粗')
  await page.keyboard.press('Control+Shift+z')
  await expect(note).toHaveText('注释粗误')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await stored(client, article))[1]?.content?.[1]).toEqual(written)

  // A note without text is none; one whose number is deleted goes with it.
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.press('Escape')
  await expect(editor.body.locator('.footnote-number')).toHaveCount(2)
  await editor.body.locator('.footnote-number').first().click()
  await box.getByRole('button', { name: '删除脚注' }).click()
  await expect(editor.body.locator('.footnote-number')).toHaveCount(1)
  await expect(list).toHaveText(['注释粗 ↩'])
})

test('code: coloured in editor and preview as it is written, languages offered', async ({
  desk: { page, client },
}) => {
  const { editor } = await openArticle(page, client, { title: '代码', doc: documentOf('') })
  await page.getByRole('button', { name: '预览', exact: true }).click()
  await editor.body.click()
  await page.keyboard.type('```ts')
  await page.keyboard.press('Enter')
  await page.keyboard.type("const 变量 = '<b>' // 注")
  await expect(editor.body.locator('pre .hljs-keyword')).toHaveText('const')
  await expect(editor.body.locator('pre .hljs-string')).toHaveText("'<b>'")
  const code = preview(page).locator('pre > code.language-ts')
  await expect(code.locator('.hljs-comment')).toHaveText('// 注')
  await compose(page, ['x', 'xie'], '写')
  await expect(editor.body.locator('pre .hljs-comment')).toHaveText('// 注写')

  const language = page.getByRole('combobox', { name: '代码语言' })
  await expect(page.locator('#code-languages option[value=python]')).toHaveText('Python')
  await language.fill('galley')
  await language.press('Enter')
  await expect(editor.body.locator('pre [class^=hljs]')).toHaveCount(0)
  await expect(preview(page).locator('pre > code.language-galley')).toHaveText("const 变量 = '<b>' // 注写")
  await language.fill('js')
  await language.press('Enter')
  await expect(editor.body.locator('pre .hljs-keyword')).toHaveText('const')
  await expectAccessible(page)
})

testAlone(
  'videos: a pasted address becomes a card, others say why not; the page asks nothing before the press',
  async ({ desk: { page, client, libraryFolder } }) => {
    const { article, editor } = await openArticle(page, client, { title: '视频', doc: documentOf('看', '') })
    await page.getByRole('button', { name: '预览', exact: true }).click()
    await endOf(page)
    const address = 'https://www.bilibili.com/video/BV1xx411c7mD/?spm_id_from=333'
    await paste(page, address)
    await expect(editor.body.locator('.embed-card')).toContainText('哔哩哔哩')
    await page.keyboard.press('Control+z')
    await expect(editor.body.locator('.embed-card')).toHaveCount(0)
    await expect(editor.body.locator('a')).toHaveText(address)
    await page.keyboard.press('Control+Shift+z')
    await page.getByRole('textbox', { name: '视频标题' }).click()
    await compose(page, ['p', 'pian'], '片名')
    await page.keyboard.press('Enter')
    await page.keyboard.type('之后')
    await expect(preview(page).locator('figure.embed')).toHaveText('哔哩哔哩片名')
    await expect(preview(page).locator('iframe')).toHaveCount(0)

    await page.keyboard.press('Enter')
    const bar = page.getByRole('toolbar', { name: '格式' })
    await bar.getByRole('button', { name: '插入', exact: true }).click()
    await page.getByRole('menuitem', { name: '视频', exact: true }).click()
    const box = page.getByRole('dialog', { name: '嵌入视频' })
    const field = box.getByRole('textbox', { name: '视频地址' })
    for (const [wrong, why] of [
      ['https://b23.tv/abc', '短链接'],
      ['https://evil.example/video/BV1xx411c7mD', '只能嵌入'],
      ['javascript:alert(1)', '不是网址'],
    ] as const) {
      await field.fill(wrong)
      await field.press('Enter')
      await expect(box.getByRole('alert')).toContainText(why)
    }
    await expectAccessible(page)
    await field.fill(
      '<iframe width="560" src="https://www.youtube.com/embed/dQw4w9WgXcQ?si=x" title="t"></iframe>',
    )
    await field.press('Enter')
    await expect(editor.body.locator('.embed-card')).toHaveCount(2)
    await editor.isSaved()
    const { version, id } = await client.articles.get({ id: article.id })
    expect((await stored(client, article)).filter(({ type }) => type === 'embed')).toEqual([
      { type: 'embed', attrs: { provider: 'bilibili', id: 'BV1xx411c7mD', title: '片名' } },
      { type: 'embed', attrs: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: '' } },
    ])

    await client.articles.setState({ id, baseVersion: version, state: 'approved' })
    const { targetId } = await publishAll(client, { folder: `${libraryFolder}-site` })
    const { url } = await client.server.start({ targetId })
    const { path } = await client.publishing.address({ articleId: id })
    const published = await page.context().newPage()
    const asked: string[] = []
    const origin = new URL(url ?? '').origin
    await published.route(
      (to) => to.origin !== origin,
      (route) => {
        asked.push(route.request().url())
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<p>播放器</p>' })
      },
    )
    await published.goto(new URL(path ?? '', url ?? '').href)
    const cards = published.locator('figure.embed')
    await expect(cards.first().getByRole('link', { name: '哔哩哔哩' })).toHaveAttribute(
      'href',
      'https://www.bilibili.com/video/BV1xx411c7mD/',
    )
    expect(asked).toEqual([])
    await cards.first().getByRole('link').press('Enter')
    const player = cards.first().locator('iframe')
    await expect(player).toHaveAttribute('title', '片名')
    await expect(player).toHaveAttribute('sandbox', /allow-scripts/)
    await expect(player.contentFrame().getByText('播放器')).toBeVisible()
    await expect(player).toBeFocused()
    expect(asked).toEqual([
      'https://player.bilibili.com/player.html?isOutside=true&bvid=BV1xx411c7mD&autoplay=1',
    ])
    await expectAccessible(published)
  },
)
