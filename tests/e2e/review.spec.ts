import type { Page } from '@playwright/test'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Client } from '../helpers/connect-client.ts'
import { expectAccessible } from './accessibility.ts'
import { documentOf, openArticle, paragraph, selectWords } from './article-page.ts'
import { compose } from './composition.ts'
import { test as testAlone } from './fixtures.ts'
import { expect, test } from './shared-desk.ts'

const storedDoc = async (client: Client, id: ArticleId) => (await client.articles.get({ id })).doc
const panel = (page: Page) => page.getByRole('complementary', { name: '批注与审阅' })
const openPanel = async (page: Page, tab: '批注' | '修订' | '审阅') => {
  await page.getByRole('tab', { name: '批注与审阅' }).click()
  await panel(page).getByText(tab, { exact: true }).first().click()
}

test.describe('comments', () => {
  test('are written on words, follow them, and are answered, resolved and deleted', async ({
    desk: { page, client },
  }) => {
    const { article, editor } = await openArticle(page, client, {
      title: '批注',
      doc: documentOf('大模型进入产业深水区。', '第二段。'),
    })
    await selectWords(editor.body, '产业')
    await page.keyboard.press('Control+Alt+m')
    const box = panel(page).getByRole('textbox', { name: '新批注' })
    await expect(box).toBeFocused()
    await expect(editor.body.locator('.pending-comment')).toHaveText('产业')
    // Enter belongs to the input method, and afterwards it is a new line.
    await compose(page, ['huan', "huan'ge"], '换个', async () => {
      await box.dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true })
      await box.dispatchEvent('keydown', { key: 'Escape', isComposing: true })
      expect(await client.comments.list({ articleId: article.id })).toEqual([])
      await expect(box).toHaveValue("huan'ge")
    })
    await page.keyboard.press('Enter')
    await compose(page, ['shuo', "shuo'fa"], '说法')
    await expect(box).toHaveValue('换个\n说法')

    // Unsent words outlive the panel.
    await page.getByRole('tab', { name: '稿件信息' }).click()
    await openPanel(page, '批注')
    await expect(box).toHaveValue('换个\n说法')
    await panel(page).getByRole('textbox', { name: '你的名字' }).fill('林知')
    await box.press('Control+Enter')

    const card = panel(page).getByRole('article', { name: '批注：产业' })
    await expect(card).toContainText('林知')
    await expect(card).toContainText('换个')
    const words = editor.body.locator('[data-thread]')
    await expect(words).toHaveText('产业')
    await expect.poll(async () => JSON.stringify(await storedDoc(client, article.id))).toContain('"comment"')
    expect(await client.articles.get({ id: article.id })).toMatchObject({ characters: 15 })

    // The place follows edits around it, and undo of them.
    await selectWords(editor.body, '大模型', 'before')
    await page.keyboard.type('今年')
    await expect(words).toHaveText('产业')
    await page.keyboard.press('Control+z')
    await expect(editor.body).toContainText(/^大模型/)
    await expect(words).toHaveText('产业')
    // The caret in the words brings their card forward.
    await selectWords(editor.body, '产', 'after')
    await expect(card).toHaveAttribute('aria-current', 'true')

    await card.getByRole('textbox', { name: '回复' }).click()
    await compose(page, ['hao'], '好')
    await card.getByRole('button', { name: '回复' }).click()
    await expect(card.getByRole('listitem')).toHaveCount(2)
    await expectAccessible(page)

    await card.getByRole('button', { name: '解决' }).click()
    await expect(panel(page).getByText('没有未解决的批注')).toBeVisible()
    await panel(page).getByText('已解决', { exact: true }).click()
    await expect(card).toContainText('林知 已解决')
    await card.getByRole('button', { name: '重新打开' }).click()
    await panel(page).getByText('未解决', { exact: true }).click()

    // Words that are deleted leave the thread behind; it can be put on others.
    await selectWords(editor.body, '产业')
    await page.keyboard.press('Delete')
    await expect(panel(page).getByText('不在正文中的批注')).toBeVisible()
    await selectWords(editor.body, '大模型')
    await card.getByRole('button', { name: '放到选中的文字上' }).click()
    await expect(words).toHaveText('大模型')
    const moved = panel(page).getByRole('article', { name: '批注：大模型' })
    await moved.getByRole('button', { name: '更多操作' }).first().click()
    await page.getByRole('menuitem', { name: '删除整条批注' }).click()
    await expect(words).toHaveCount(0)
    await expect
      .poll(async () => JSON.stringify(await storedDoc(client, article.id)))
      .not.toContain('"comment"')
  })

  test('keep their places through a restored revision; a copy of the words has no comment', async ({
    desk: { page, client },
  }) => {
    const thread = '11111111-1111-4111-8111-111111111111'
    const doc = documentOf('大模型进入产业深水区。')
    const commented = {
      ...doc,
      content: [
        {
          type: 'paragraph',
          attrs: { align: null },
          content: [
            { type: 'text', text: '大模型', marks: [{ type: 'comment', attrs: { thread } }] },
            { type: 'text', text: '进入产业深水区。' },
          ],
        },
      ],
    }
    const { article, editor } = await openArticle(page, client, { title: '锚点', doc: commented })
    await client.comments.start({ articleId: article.id, uid: thread, quote: '大模型', text: '全称？' })
    const words = editor.body.locator('[data-thread]')
    await expect(words).toHaveText('大模型')
    await selectWords(editor.body, '大模型')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+v')
    await expect(editor.body).toHaveText('大模型进入产业深水区。大模型')
    await expect(words).toHaveCount(1)
    // Cut and pasted, they take it along.
    await selectWords(editor.body, '大模型')
    await page.keyboard.press('Control+x')
    await expect(words).toHaveCount(0)
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+v')
    await expect(words).toHaveText('大模型')
    await editor.isSaved()
    const kept = await client.revisions.keep({ articleId: article.id })
    await page.keyboard.press('Control+a')
    await page.keyboard.type('全删了')
    await editor.isSaved()
    await expect(words).toHaveCount(0)
    const { version } = await client.articles.get({ id: article.id })
    await client.revisions.restore({ id: kept.id, baseVersion: version })
    await expect(words).toHaveText('大模型')
  })

  test('go with a part of their words that is cut, and stay on what is left', async ({
    desk: { page, client },
  }) => {
    const thread = '22222222-2222-4222-8222-222222222222'
    const commented = {
      ...paragraph(''),
      content: [{ type: 'text', text: '大模型进入', marks: [{ type: 'comment', attrs: { thread } }] }],
    }
    const { article, editor } = await openArticle(page, client, {
      title: '剪切',
      doc: { type: 'doc', content: [commented, paragraph('产业')] },
    })
    await client.comments.start({ articleId: article.id, uid: thread, quote: '大模型进入', text: '全称？' })
    const words = editor.body.locator('[data-thread]')
    await selectWords(editor.body, '进入')
    await page.keyboard.press('Control+x')
    await expect(words).toHaveText('大模型')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+v')
    await expect(words).toHaveText(['大模型', '进入'])
    // Once: pasted again it is a copy.
    await page.keyboard.press('Control+v')
    await expect(editor.body.locator('p')).toHaveText(['大模型', '产业进入进入'])
    await expect(words).toHaveText(['大模型', '进入'])
    await selectWords(editor.body, '大模')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+v')
    await expect(editor.body.locator('p')).toHaveText(['大模型', '产业进入进入大模'])
    await expect(words).toHaveText(['大模型', '进入'])
  })
})

test.describe('suggestions', () => {
  test('are not made of what a revision or a merge brings', async ({ desk: { page, client } }) => {
    const before = documentOf('甲段。', '乙段。')
    const { article, editor } = await openArticle(page, client, { title: '恢复', doc: before })
    await client.revisions.keep({ articleId: article.id, name: '初稿' })
    await editor.body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('写了。')
    await editor.isSaved()
    await page.keyboard.press('Control+Alt+s')
    await page.getByRole('tab', { name: '修订', exact: true }).click()
    await page.getByRole('complementary', { name: '修订' }).getByText('初稿', { exact: true }).click()
    await page.getByRole('button', { name: '恢复到此版本' }).click()
    await expect(editor.body.locator('p')).toHaveText(['甲段。', '乙段。'])
    await expect(editor.body.locator('.suggested')).toHaveCount(0)
    await editor.isSaved()

    await selectWords(editor.body, '甲段', 'after')
    await page.keyboard.type('这')
    const { version } = await client.articles.get({ id: article.id })
    const doc = documentOf('甲段。', '乙段，那边。')
    await client.articles.save({ id: article.id, baseVersion: version, changes: { doc } })
    await page.keyboard.type('边')
    await page.getByRole('button', { name: '合并两份…' }).click()
    await page.getByRole('button', { name: '采用合并结果' }).click()
    await expect(editor.body.locator('p')).toHaveText(['甲段这边。', '乙段，那边。'])
    await expect(editor.body.locator('.suggested')).toHaveText('这边')
    await editor.isSaved()
  })

  test('of typing, deleting, forms and compositions are accepted and rejected exactly', async ({
    desk: { page, client },
  }) => {
    const before = documentOf('大模型进入产业深水区。', '第二段。')
    const { article, editor } = await openArticle(page, client, { title: '修订', doc: before })
    await editor.body.click()
    await page.keyboard.press('Control+Alt+s')
    await expect(page.getByText('修订模式已打开')).toBeVisible()

    await selectWords(editor.body, '大模型', 'before')
    await page.keyboard.type('今年')
    await expect(editor.body.locator('.insertion')).toHaveText('今年')
    // A composition over a selection: the interim letters stand alone until it is done.
    await selectWords(editor.body, '进入')
    await compose(page, ['zou', "zou'xiang"], '走向', async () => {
      await expect(editor.body).toContainText("zou'xiang")
      expect(JSON.stringify(await storedDoc(client, article.id))).not.toContain('zou')
    })
    await expect(editor.body.locator('.deletion')).toHaveText('进入')
    await expect(editor.body.locator('p').first()).toHaveText('今年大模型进入走向产业深水区。')
    // On in the same place, without a selection.
    await compose(page, ['le'], '了')
    await expect(editor.body.locator('.insertion').nth(1)).toHaveText('走向了')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await expect(editor.body.locator('.deletion').last()).toHaveText('段。')
    await selectWords(editor.body, '第')
    await page.keyboard.press('Control+b')
    await expect(editor.body.locator('.modification')).toHaveText('第')
    await page.keyboard.press('ArrowRight')

    // Readers, counts and the plan know nothing of it.
    await editor.isSaved()
    expect(await client.articles.get({ id: article.id })).toMatchObject({ characters: 15 })
    await openPanel(page, '修订')
    await expect(panel(page).getByText('4 处修订')).toBeVisible()
    await expectAccessible(page)

    await panel(page)
      .getByRole('article', { name: '“进入”改为“走向了”' })
      .getByRole('button', { name: '接受' })
      .click()
    await expect(editor.body.locator('p').first()).toHaveText('今年大模型走向了产业深水区。')
    await panel(page)
      .getByRole('article', { name: '插入“今年”' })
      .getByRole('button', { name: '拒绝' })
      .click()
    await expect(panel(page).getByText('2 处修订')).toBeVisible()
    await panel(page).getByRole('button', { name: '全部拒绝' }).click()
    await expect(panel(page).getByText('没有修订')).toBeVisible()
    await expect
      .poll(() => storedDoc(client, article.id))
      .toEqual(documentOf('大模型走向了产业深水区。', '第二段。'))
    // Each decision is one step of undo.
    await editor.body.focus()
    await page.keyboard.press('Control+z')
    await expect(panel(page).getByText('2 处修订')).toBeVisible()
    await panel(page).getByRole('button', { name: '全部接受' }).click()
    await expect(editor.body.locator('p').last()).toHaveText('第二')
    await expect(editor.body.locator('strong')).toHaveText('第')
  })

  test('a caret that is moved while a composition is being recorded stays there', async ({
    desk: { page, client },
  }) => {
    const { editor } = await openArticle(page, client, { title: '光标', doc: documentOf('前后', '尾巴') })
    await editor.body.click()
    await page.keyboard.press('Control+Alt+s')
    await selectWords(editor.body, '后', 'before')
    // The page is busy from just after the move until after the recording, so the editor is told of the move last.
    await editor.body.evaluate((body) => {
      const move = () => {
        getSelection()?.collapse(document.createTreeWalker(body.lastElementChild ?? body, 4).nextNode(), 1)
        const until = performance.now() + 50
        while (performance.now() < until);
      }
      body.addEventListener('compositionend', () => setTimeout(move, 20), { once: true })
    })
    await compose(page, ['xin'], '新')
    await expect(editor.body.locator('.insertion')).toHaveText('新')
    await page.keyboard.press('Backspace')
    await expect(editor.body.locator('.deletion')).toHaveText('尾')
    await expect(editor.body.locator('p').first()).toHaveText('前新后')
  })

  test('of blocks: a new paragraph and a joined one', async ({ desk: { page, client } }) => {
    const { article, editor } = await openArticle(page, client, {
      title: '分段',
      doc: documentOf('前后', '尾'),
    })
    await editor.body.click()
    await page.keyboard.press('Control+Alt+s')
    await selectWords(editor.body, '前', 'after')
    await page.keyboard.press('Enter')
    await expect(editor.body.locator('p')).toHaveText(['前', '后', '尾'])
    await compose(page, ['xin'], '新')
    await expect(editor.body.locator('p').nth(1)).toHaveText('新后')
    await selectWords(editor.body, '尾', 'before')
    await page.keyboard.press('Backspace')
    await expect(editor.body.locator('.deletion.is-joined')).toHaveText('尾')
    await expect.poll(async () => (await client.articles.get({ id: article.id })).characters).toBe(3)
    // By keys: the caret goes to each, it is accepted, and the next one comes.
    await selectWords(editor.body, '前', 'before')
    await page.keyboard.press('Control+Alt+j')
    await page.keyboard.press('Control+Alt+y')
    await page.keyboard.press('Control+Alt+y')
    await expect(editor.body.locator('p')).toHaveText(['前', '新后尾'])
    await expect(editor.body.locator('.suggested')).toHaveCount(0)

    // Backwards, to be rejected; the other one comes then.
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('误')
    await page.keyboard.press('Control+End')
    await page.keyboard.type('完')
    await page.keyboard.press('Control+Alt+k')
    await page.keyboard.press('Control+Alt+n')
    await expect(editor.body.locator('.insertion')).toHaveText('误')
    await page.keyboard.press('Control+Alt+n')
    await expect(editor.body.locator('p')).toHaveText(['前', '新后尾'])
  })
})

testAlone(
  'a review is asked for, given, and falls away with the next edit; the plan tells what is open',
  async ({ desk: { page, client, libraryFolder } }) => {
    await client.settings.update({ person: { name: '林知' } })
    const { article, editor } = await openArticle(page, client, {
      title: '审阅',
      doc: documentOf('大模型进入产业深水区。'),
    })
    const articleId = article.id
    await openPanel(page, '审阅')
    await panel(page).getByRole('textbox', { name: '请谁审阅' }).fill('苏晚')
    await panel(page).getByRole('textbox', { name: '附言' }).fill('请看数字')
    await panel(page).getByRole('button', { name: '请求审阅' }).click()
    await expect(panel(page).getByText('请 苏晚 审阅')).toBeVisible()
    await expect.poll(async () => (await client.articles.get({ id: articleId })).state).toBe('in_review')
    await panel(page).getByRole('button', { name: '核准', exact: true }).click()
    await expect(panel(page).getByText('核准了现在的内容')).toBeVisible()
    await expectAccessible(page)

    // A comment is no change of what was approved.
    await client.comments.start({ articleId, uid: crypto.randomUUID(), quote: '', text: '再看' })
    await editor.body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('完')
    await expect(panel(page).getByText('的核准失效')).toBeVisible()
    await expect.poll(async () => (await client.articles.get({ id: articleId })).state).toBe('in_review')
    await panel(page).getByRole('status').getByRole('button', { name: '与核准的版本比较' }).click()
    await expect(page.getByRole('dialog')).toContainText('大模型进入产业深水区。')
    await page.keyboard.press('Escape')

    await client.targets.create({ name: '本地', config: { kind: 'folder', folder: `${libraryFolder}-site` } })
    await client.settings.update({ review: { approvedOnly: true } })
    await selectWords(editor.body, '完', 'after')
    await page.keyboard.press('Control+Alt+s')
    await expect(page.getByText('修订模式已打开')).toBeVisible()
    await page.keyboard.type('了')
    await expect(editor.body.locator('.insertion')).toHaveText('了')
    await editor.isSaved()
    await page.getByRole('button', { name: '发布', exact: true }).last().click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('1 条修订建议尚未处理')).toBeVisible()
    await expect(dialog.getByText('1 条批注尚未解决')).toBeVisible()
    await expect(dialog.getByText('现在的内容尚未核准')).toBeVisible()
    await dialog.getByRole('button', { name: '发布', exact: true }).click()
    await expect(dialog.getByText('有稿件的当前内容尚未核准')).toBeVisible()
  },
)

test('a field of a block goes on being written while suggesting, and what it says is saved', async ({
  desk: { page, client },
}) => {
  const picture = { type: 'image', attrs: { media: null, source: null, alt: '', caption: '旧' } }
  const quote = { type: 'pullQuote', attrs: { attribution: '某人' }, content: [paragraph('引文')] }
  const { article, editor } = await openArticle(page, client, {
    title: '修订',
    doc: { type: 'doc', content: [paragraph('开头'), picture, quote] },
  })
  await editor.body.getByRole('textbox', { name: '图片说明' }).focus()
  await page.keyboard.press('Control+Alt+s')
  await page.keyboard.press('End')
  await page.keyboard.type('abc')
  const attribution = editor.body.getByRole('textbox', { name: '出处' })
  await attribution.focus()
  await page.keyboard.press('Control+a')
  await compose(page, ['l', 'li'], '李')
  await expect(editor.body.locator('.modification')).toHaveCount(2)
  await page.keyboard.type('x')
  await expect(attribution).toHaveValue('李x')
  await expect
    .poll(async () => (await storedDoc(client, article.id)).content?.slice(1).map(({ attrs }) => attrs))
    .toMatchObject([{ caption: '旧abc' }, { attribution: '李x' }])
})

test('find and replace while suggesting goes from word to word, each replaced once', async ({
  desk: { page, client },
}) => {
  const { editor } = await openArticle(page, client, {
    title: '修订',
    doc: documentOf('旧词与旧词', '又是旧词'),
  })
  await editor.body.click()
  await page.keyboard.press('Control+Alt+s')
  await page.keyboard.press('Control+h')
  const bar = page.getByRole('search')
  await bar.getByRole('textbox', { name: '查找' }).fill('旧词')
  await bar.getByRole('textbox', { name: '替换为' }).fill('新词')
  await bar.getByText('替换', { exact: true }).click()
  await expect(bar.getByText('共 2 处')).toBeVisible()
  await bar.getByText('替换', { exact: true }).click()
  await expect(editor.body.locator('.insertion')).toHaveText(['新词', '新词'])
  await bar.getByRole('button', { name: '全部替换' }).click()
  await expect(bar.getByText('已替换 1 处')).toBeVisible()
  await expect(bar.getByRole('button', { name: '全部替换' })).toBeDisabled()
  await expect(editor.body.locator('.insertion')).toHaveText(['新词', '新词', '新词'])
  await expect(editor.body.locator('.deletion')).toHaveText(['旧词', '旧词', '旧词'])
})

test('so does the caption of a picture in a gallery', async ({ desk: { page, client } }) => {
  const picture = (caption: string) => ({
    type: 'image',
    attrs: { media: null, source: null, alt: '', caption },
  })
  const gallery = (...captions: string[]) => ({
    type: 'gallery',
    attrs: { columns: 2 },
    content: captions.map(picture),
  })
  const { article, editor } = await openArticle(page, client, {
    title: '修订',
    doc: { type: 'doc', content: [paragraph('开头'), gallery('甲', '乙'), paragraph('末尾')] },
  })
  await editor.body.getByRole('textbox', { name: '图片说明' }).nth(1).focus()
  await page.keyboard.press('Control+Alt+s')
  await page.keyboard.press('End')
  await page.keyboard.type('abc')
  await expect
    .poll(async () => (await storedDoc(client, article.id)).content?.slice(1, 3))
    .toMatchObject([gallery('甲', '乙'), gallery('甲', '乙abc')])
})
