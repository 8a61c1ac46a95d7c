import type { Locator, Page } from '@playwright/test'
import type { NodeJson } from '#shared/document/document-json.ts'
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
