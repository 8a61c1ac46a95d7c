import { describe, expect, test } from 'vitest'
import { type BlockChange, compareDocuments, takeBack } from '#shared/compare/compare-documents.ts'
import { compareInline, type InlinePiece } from '#shared/compare/compare-inline.ts'
import { textTokens } from '#shared/compare/text-tokens.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import { buildDocument } from '../../helpers/factories/document.ts'

const text = (value: string, ...marks: string[]): NodeJson => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const signs = { same: '', added: '+', removed: '-', marked: '*' }
const told = (pieces: readonly InlinePiece[] | null) =>
  pieces?.map(({ kind, node }) => (kind === 'same' ? node.text : `[${signs[kind]}${node.text}]`)).join('')
const diff = (before: string, after: string) => told(compareInline([text(before)], [text(after)]))
const kinds = (changes: readonly BlockChange[] | null | undefined): unknown[] =>
  (changes ?? []).map(({ kind, children }) => (children ? [kind, kinds(children)] : kind))
const list = (...items: string[]): NodeJson => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: buildDocument(item).content ?? [] })),
})
const row = (...cells: string[]): NodeJson => ({
  type: 'tableRow',
  content: cells.map((cell) => ({ type: 'tableCell', content: buildDocument(cell).content ?? [] })),
})
const image = (media: string, attrs: object = {}): NodeJson => ({
  type: 'image',
  attrs: { media: media.repeat(64), ...attrs },
})

describe('text', () => {
  test('is compared by characters where it is Chinese, by words and numbers elsewhere', () => {
    expect(textTokens('大模型GPT-4o 涨3.5%,it’s 👩‍👩‍👧')).toEqual([
      '大',
      '模',
      '型',
      'GPT',
      '-',
      '4o',
      ' ',
      '涨',
      '3.5',
      '%',
      ',',
      'it’s',
      ' ',
      '👩‍👩‍👧',
    ])
    expect(diff('成本降到十分之一', '成本降到五分之一')).toBe('成本降到[-十][+五]分之一')
    expect(diff('增长 12.5% 左右', '增长 13.5% 左右')).toBe('增长 [-12.5][+13.5]% 左右')
    expect(diff('the quick fox', 'the quiet fox')).toBe('the [-quick][+quiet] fox')
  })

  test('that was rewritten is shown as rewritten, not as confetti', () => {
    expect(diff('今年的价格很低', '去年的成本极高')).toBe('[-今][+去]年的[-价格很低][+成本极高]')
    expect(diff('我们认为这是对的', '编辑部说那不是真的')).not.toMatch(/\](.)\[/)
  })

  test('whose marks changed says so, and nothing else', () => {
    expect(told(compareInline([text('一二三四')], [text('一'), text('二三', 'bold'), text('四')]))).toBe(
      '一[*二三]四',
    )
  })
})

describe('blocks', () => {
  test('are aligned, paired where they are alike, and followed where they went', () => {
    const [a, b, c, d] = ['第一段说的是甲事', '第二段说的是另一件乙事', '## 标题之一', '最后一段文字留在这里']
    expect(
      kinds(
        compareDocuments(buildDocument(a, b, c, d), buildDocument(a, `${b}!`, '全新的话题在此插入', c, d)),
      ),
    ).toEqual(['same', 'changed', 'added', 'same', 'same'])
    const moved = compareDocuments(buildDocument(a, b, c, d), buildDocument(a, d, b, c))
    expect(kinds(moved)).toEqual(['same', 'movedHere', 'same', 'same', 'movedAway'])
    expect(moved[1]?.partner).toBe(moved[4]?.id)
    expect(takeBack(moved, new Set([1])).content).toHaveLength(4)
  })

  test('of another kind or with other attributes say which', () => {
    const changes = compareDocuments(
      buildDocument('变成标题的一段文字', image('a', { caption: '旧', span: null })),
      buildDocument('## 变成标题的一段文字', image('a', { caption: '新', span: 50 })),
    )
    expect(changes.map(({ attributes }) => attributes)).toEqual([
      [{ name: 'type', before: 'paragraph', after: 'heading' }],
      [
        { name: 'caption', before: '旧', after: '新' },
        { name: 'span', before: null, after: 50 },
      ],
    ])
  })

  test('are compared inside lists and tables', () => {
    const inList = compareDocuments(
      buildDocument(list('第一项内容', '第二项内容很长', '第三项')),
      buildDocument(list('第一项内容', '第二项内容更长', '第三项', '第四项')),
    )
    expect(kinds(inList)).toEqual([['changed', ['same', ['changed', ['changed']], 'same', 'added']]])
    const inTable = compareDocuments(
      buildDocument({ type: 'table', content: [row('年', '量'), row('2024', '10')] }),
      buildDocument({ type: 'table', content: [row('年', '量'), row('2024', '12')] }),
    )
    expect(kinds(inTable)).toEqual([['changed', ['same', ['changed', ['same', ['changed', ['changed']]]]]]])
  })

  test('can be taken back one at a time, inside a list too', () => {
    const before = buildDocument(list('第一项内容', '第二项内容'), '结尾的一段')
    const after = buildDocument(list('第一项内容改了', '第二项内容', '第三项'), '结尾的一段改了')
    const [changed] = compareDocuments(before, after)
    const added = changed?.children?.find(({ kind }) => kind === 'added')
    const result = takeBack(compareDocuments(before, after), new Set([added?.id ?? -1]))
    expect(compareDocuments(result, after)[0]?.children?.map(({ kind }) => kind)).toEqual([
      'same',
      'same',
      'added',
    ])
  })
})

test('a short heading with a word more is the same heading', () => {
  expect(
    kinds(compareDocuments(buildDocument('## 为什么是现在'), buildDocument('## 为什么偏偏是现在'))),
  ).toEqual(['changed'])
})
