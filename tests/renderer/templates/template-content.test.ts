import { expect, test } from 'vitest'
import type { MarkJson, NodeJson } from '#shared/document/document-json.ts'
import { templateContent } from '../../../src/renderer/scenes/templates/template-content.ts'
import { createTestCore } from '../../helpers/create-test-core.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { buildDocument } from '../../helpers/factories/document.ts'

const suggested = (type: string): MarkJson => ({
  type,
  attrs: { id: 'a', author: 'p', at: 1, joined: false },
})
const comment: MarkJson = { type: 'comment', attrs: { thread: '11111111-1111-4111-8111-111111111111' } }
const text = (value: string, ...marks: MarkJson[]): NodeJson => ({ type: 'text', text: value, marks })

test('a template has what was suggested, no comments, and nothing that is of one article alone', async () => {
  const core = await createTestCore()
  const article = await core.client.articles.create(
    buildArticle({
      title: '周报',
      slug: 'zhou-bao',
      publishTime: 1,
      doc: buildDocument({
        type: 'paragraph',
        content: [text('议', comment), text('旧', suggested('deletion')), text('新', suggested('insertion'))],
      }),
    }),
  )
  const { doc, ...fields } = templateContent(article)
  expect(doc.content).toMatchObject([{ type: 'paragraph', content: [{ type: 'text', text: '议新' }] }])
  expect(JSON.stringify(doc)).not.toContain('marks')
  expect(fields).toMatchObject({ title: '周报' })
  expect(fields).not.toHaveProperty('slug')
  expect(fields).not.toHaveProperty('publishTime')
  await core.stop()
})
