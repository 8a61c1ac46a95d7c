import { describe, expect, test } from 'vitest'
import { type Choice, mergeContents, resolveMerge } from '#shared/compare/merge-contents.ts'
import { normalDocument } from '#shared/compare/normal-document.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import { buildDocument } from '../../helpers/factories/document.ts'
import { buildContent } from './build-content.ts'

const base = buildContent({
  title: '年度报告:增长与隐忧',
  tags: ['甲', '乙'],
  doc: buildDocument('开头的一段文字在此。', '中间的一段写了很多内容,从头说到尾。', '最后一段。'),
})
const all = (choice: Choice) => ({ 'block-0': choice, 'field-title': choice, 'field-byline': choice })

describe('fields', () => {
  test('changed by one side, or in different places, come together', () => {
    const merge = mergeContents(
      base,
      { ...base, dek: '新的摘要', title: '2025 年度报告:增长与隐忧', tags: ['甲', '乙', '丙'] },
      { ...base, byline: '快照小生', title: '年度报告:增长与隐忧(修订)', tags: ['乙', '丁'] },
    )
    expect(merge.conflicts).toEqual([])
    expect(resolveMerge(merge, {})).toMatchObject({
      dek: '新的摘要',
      byline: '快照小生',
      title: '2025 年度报告:增长与隐忧(修订)',
      tags: ['乙', '丙', '丁'],
    })
  })

  test('changed by both differently are a conflict, and stay mine until somebody chooses', () => {
    const merge = mergeContents(base, { ...base, byline: '甲君' }, { ...base, byline: '乙君' })
    expect(merge.conflicts).toMatchObject([
      {
        kind: 'field',
        unit: 'byline',
        base: { byline: '' },
        mine: { byline: '甲君' },
        theirs: { byline: '乙君' },
      },
    ])
    expect(resolveMerge(merge, {}).byline).toBe('甲君')
    expect(resolveMerge(merge, all('theirs')).byline).toBe('乙君')
  })
})

describe('documents', () => {
  const withDoc = (...blocks: (string | NodeJson)[]) => ({ ...base, doc: buildDocument(...blocks) })

  test('one paragraph edited by both in different places has both edits', () => {
    const merge = mergeContents(
      base,
      withDoc('开头的一段文字在此。', '中间的一段写了很少内容,从头说到尾。', '最后一段。'),
      withDoc('开头的一段文字在此。', '中间的一段写了很多内容,从头说到脚。', '最后一段。', '补记。'),
    )
    expect(merge.conflicts).toEqual([])
    expect(resolveMerge(merge, {}).doc).toEqual(
      normalDocument(
        buildDocument('开头的一段文字在此。', '中间的一段写了很少内容,从头说到脚。', '最后一段。', '补记。'),
      ),
    )
  })

  test('the same words edited by both are a conflict with all three versions', () => {
    const mine = withDoc('开头的一段话在此。', '中间的一段写了很多内容,从头说到尾。', '最后一段。')
    const theirs = withDoc('开头的一行字在此。', '中间的一段写了很多内容,从头说到尾。', '最后一段。')
    const merge = mergeContents(base, mine, theirs)
    expect(merge.conflicts).toHaveLength(1)
    const texts = (choice: Choice) =>
      resolveMerge(merge, all(choice)).doc.content?.map(({ content }) => content?.[0]?.text)
    expect(texts('mine')?.[0]).toBe('开头的一段话在此。')
    expect(texts('theirs')?.[0]).toBe('开头的一行字在此。')
    expect(texts('both')).toHaveLength(4)
  })

  test('what one side deleted and the other edited is a conflict, with what was written instead', () => {
    const mine = withDoc('开头的一段文字在此。', '取而代之的是完全不同的话。', '最后一段。')
    const theirs = withDoc('开头的一段文字在此。', '中间的一段写了很多很多内容,从头说到尾。', '最后一段。')
    expect(mergeContents(base, mine, theirs).conflicts).toMatchObject([
      { kind: 'conflict', mine: [{ content: [{ text: '取而代之的是完全不同的话。' }] }], both: true },
    ])
  })

  test('marks of both sides come together; two links on one text are a conflict', () => {
    const line = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })
    const marked = (...types: string[]): NodeJson => ({
      type: 'text',
      text: '一句话',
      marks: types.map((type) => ({ type })),
    })
    const linked = (href: string): NodeJson => ({
      type: 'text',
      text: '一句话',
      marks: [{ type: 'link', attrs: { href } }],
    })
    const plain = withDoc(line({ type: 'text', text: '一句话' }))
    const merge = mergeContents(plain, withDoc(line(marked('bold'))), withDoc(line(marked('italic'))))
    expect(merge.conflicts).toEqual([])
    expect(resolveMerge(merge, {}).doc.content?.[0]?.content).toEqual([marked('bold', 'italic')])
    expect(
      mergeContents(plain, withDoc(line(linked('/a'))), withDoc(line(linked('/b')))).conflicts,
    ).toHaveLength(1)
  })

  test('a table that both made wider is one conflict, never a ragged table', () => {
    const table = (...rows: string[][]): NodeJson => ({
      type: 'table',
      content: rows.map((cells) => ({
        type: 'tableRow',
        content: cells.map((cell) => ({ type: 'tableCell', content: buildDocument(cell).content ?? [] })),
      })),
    })
    const merge = mergeContents(
      withDoc(table(['年份一栏', '数量一栏'])),
      withDoc(table(['年份一栏', '数量一栏', '新列'])),
      withDoc(table(['年份一栏', '数量一栏'], ['二〇二五', '三十'])),
    )
    expect(merge.conflicts).toMatchObject([{ kind: 'conflict', base: [{ type: 'table' }] }])
  })

  test('without a base every difference is for somebody to decide', () => {
    const merge = mergeContents(
      null,
      { ...base, byline: '甲君' },
      withDoc('开头的一段文字在此。', '完全不同。', '最后一段。'),
    )
    expect(merge.conflicts.map(({ id }) => id)).toEqual(['field-byline', 'block-1'])
  })
})
