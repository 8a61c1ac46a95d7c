import { beforeAll, describe, expect, test } from 'vitest'
import { bestMatches, loadPinyin, matchName } from '../../../src/renderer/ui/match-name.ts'

const names = [
  '正文',
  '1 级标题',
  '引用',
  '代码块',
  '无序列表',
  '有序列表',
  '分隔线',
  '插入图片',
  '表格',
  'FAQ 问答',
]
const found = (query: string) => bestMatches(names, query, (name) => [name])

test('without pinyin, names are found as they are written', () => {
  expect(found('标题')).toEqual(['1 级标题'])
  expect(found('1级')).toEqual(['1 级标题'])
  expect(found('faq')).toEqual(['FAQ 问答'])
  expect(found('')).toEqual(names)
  expect(matchName('hea', '1 级标题', ['h1', 'heading'])).toBe(1)
  expect(matchName('ead', '1 级标题', ['h1', 'heading'])).toBeNull()
})

describe('with pinyin', () => {
  beforeAll(loadPinyin)

  test.each([
    ['bt', ['1 级标题']],
    ['biaoti', ['1 级标题']],
    ['biaot', ['1 级标题']],
    ['BT', ['1 级标题']],
    ['lb', ['无序列表', '有序列表']],
    ['wuxu', ['无序列表']],
    ['charutupian', ['插入图片']],
    ['faqwd', ['FAQ 问答']],
    ['xyz', []],
  ])('%s finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected)
  })

  test('the name itself comes before its pinyin', () => {
    const items = [
      { name: '表格', words: [] },
      { name: 'b', words: [] },
      { name: '引用', words: ['blockquote'] },
    ]
    const order = bestMatches(items, 'b', ({ name, words }) => [name, words]).map(({ name }) => name)
    expect(order).toEqual(['b', '引用', '表格'])
  })
})
