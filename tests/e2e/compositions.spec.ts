import type { Locator, Page } from '@playwright/test'
import type { Editor } from '@tiptap/core'
import type { MarkJson, NodeJson } from '#shared/document/document-json.ts'
import { plainText } from '#shared/document/plain-text.ts'
import { openArticle, paragraph, selectWords } from './article-page.ts'
import { compose, composingKey } from './composition.ts'
import { expect, test } from './shared-desk.ts'

const block = (type: string, ...content: NodeJson[]): NodeJson => ({ type, content })
const text = (value: string): NodeJson => ({ type: 'text', text: value })
const cell = (value: string) => block('tableCell', paragraph(value))

/** Places in the text, each known by the words that it begins with. */
const places = ['段落', '小标题', '列表', '单元格', '提示', '摘要行', '引文'] as const

const doc = {
  type: 'doc' as const,
  content: [
    paragraph('段落'),
    block('heading', text('小标题')),
    block('bulletList', block('listItem', paragraph('列表'))),
    block('table', block('tableRow', cell('单元格'), cell('旁边'))),
    block('callout', paragraph('提示')),
    {
      ...block(
        'details',
        block('detailsSummary', text('摘要行')),
        block('detailsContent', paragraph('内容')),
      ),
    },
    block('blockquote', paragraph('引文')),
    paragraph('末尾'),
  ],
}

/** What may happen while an input method composes. */
const events: Record<string, (page: Page, field: Locator) => Promise<unknown>> = {
  Enter: (_page, field) => composingKey(field, 'Enter'),
  Escape: (_page, field) => composingKey(field, 'Escape'),
  Backspace: (_page, field) => composingKey(field, 'Backspace'),
  ArrowLeft: (_page, field) => composingKey(field, 'ArrowLeft'),
  ArrowDown: (_page, field) => composingKey(field, 'ArrowDown'),
  'leaving the window': (page) => page.evaluate(() => window.dispatchEvent(new Event('blur'))),
  'closing the window': (page) =>
    page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide'))),
}

test('compositions anywhere: no interim letter saved, no character lost, no command run', async ({
  desk: { page, client },
}) => {
  const { article, editor } = await openArticle(page, client, { title: '标题', dek: '提要', doc })
  const stored = () => client.articles.get({ id: article.id })
  let count = 0

  async function composeAt(field: Locator, toEnd: () => Promise<void>): Promise<string> {
    let written = ''
    for (const [name, happen] of Object.entries(events)) {
      await toEnd()
      const word = `第${++count}次`
      await test.step(`${word}: ${name}`, async () => {
        await compose(page, ['d', 'di', "di'ci"], word, async () => {
          await happen(page, field)
          const { title, dek, doc } = await stored()
          expect(`${title}${dek}${JSON.stringify(doc)}`).not.toContain("di'ci")
        })
      })
      written += word
    }
    return written
  }

  const expected = new Map<string, string>()
  for (const [name, field] of [
    ['标题', editor.title],
    ['提要', editor.dek],
  ] as const) {
    const written = await composeAt(field, async () => {
      await field.focus()
      await page.keyboard.press('End')
    })
    await expect(field).toHaveValue(name + written)
    expected.set(name, name + written)
  }
  for (const place of places) {
    let written = ''
    written = await composeAt(editor.body, async () => {
      const last = count % Object.keys(events).length === 0 ? place : `第${count}次`
      await selectWords(editor.body, last, 'after')
    })
    await expect(editor.body).toContainText(place + written)
    expected.set(place, place + written)
  }
  expect(count).toBeGreaterThan(50)

  const lines = async () => plainText((await stored()).doc).split('\n')
  await expect.poll(async () => (await lines()).includes(expected.get('引文') ?? '')).toBe(true)
  const { title, dek } = await stored()
  expect([title, dek]).toEqual([expected.get('标题'), expected.get('提要')])
  const kept = await lines()
  for (const place of places) expect(kept).toContain(expected.get(place))
  expect(kept).toHaveLength(places.length + 3)
})

const nodeAt = (body: Locator, position: number) =>
  body.evaluate(
    (element: Element & { editor?: Editor }, at) => element.editor?.commands.setNodeSelection(at),
    position,
  )

test('a composition over several blocks, a picture or a formula replaces them as typing does', async ({
  desk: { page, client },
}) => {
  const suggested = (type: string): MarkJson => ({
    type,
    attrs: { id: 'a', author: 'b', at: 1, joined: false },
  })
  const picture = { type: 'image', attrs: { media: null, source: null, alt: '', caption: '' } }
  const formula = { type: 'mathInline', attrs: { latex: 'x' } }
  const { editor } = await openArticle(page, client, {
    doc: {
      type: 'doc',
      content: [{ ...paragraph('新段'), marks: [suggested('insertion')] }, paragraph('旧段')],
    },
  })
  const { body } = editor
  await body.click()

  await page.keyboard.press('Control+a')
  await compose(page, ['n', 'ni'], '你')
  await page.keyboard.type('好')
  await expect(body).toHaveText('你好')
  await expect(body.locator('.suggested')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(body).toHaveText('新段旧段')

  // As a suggestion: nothing is lost, nothing interim stays.
  await page.keyboard.press('Control+Alt+s')
  await page.keyboard.press('Control+a')
  await compose(page, ['n', 'ni'], '你')
  await expect(body).toHaveText('新段旧段你')
  await expect(body.locator('.deletion')).toHaveText(['新段', '旧段'])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Alt+n')
  await page.keyboard.press('Control+Alt+s')

  const { body: other } = (
    await openArticle(page, client, {
      doc: {
        type: 'doc',
        content: [
          paragraph('前'),
          picture,
          block('paragraph', text('甲'), formula, text('乙')),
          paragraph('后'),
        ],
      },
    })
  ).editor
  await other.focus()
  await nodeAt(other, 3)
  await compose(page, ['n', 'ni'], '你')
  await expect(other.locator('figure')).toHaveCount(0)
  await expect(other.locator('p')).toHaveText(['前', '你', /甲.*乙/, '后'])
  await nodeAt(other, 8)
  await compose(page, ['n', 'ni'], '他')
  await expect(other.locator('p')).toHaveText(['前', '你', '甲他乙', '后'])
})

test('text that comes without a key replaces blocks and formulas, too', async ({
  desk: { page, client },
}) => {
  const { editor } = await openArticle(page, client, {
    doc: {
      type: 'doc',
      content: [
        block('codeBlock', text('代码')),
        paragraph('中'),
        { type: 'mathBlock', attrs: { latex: 'x' } },
        block('table', block('tableRow', cell('格'))),
      ],
    },
  })
  const { body } = editor
  await body.focus()
  await nodeAt(body, 7)
  await page.keyboard.insertText('，')
  await expect(body.locator('p')).toHaveText(['中', '，', '格'])
  await expect(body.locator('.math-block')).toHaveCount(0)

  await body.evaluate((element) =>
    (element as HTMLElement & { editor: Editor }).editor.commands.setTextSelection({ from: 1, to: 6 }),
  )
  await page.keyboard.insertText('😀')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('a')
  await expect(body.locator('pre')).toHaveText('a')
})
