import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainText } from '#shared/document/plain-text.ts'
import { decodeText } from '../../../src/main/core/importing/decode-text.ts'
import { headingsOf } from '../../../src/main/core/importing/document-builder.ts'
import { parseSavedPage } from '../../../src/main/core/importing/saved-page.ts'
import { hasShared, sharedFile } from '../../helpers/shared-folder.ts'

const options = { timeZone: 'Asia/Shanghai' }
const parse = (text: string) => parseSavedPage({ fileName: 'a.txt', text }, options)
const at = (time: string) => Date.parse(`${time}+08:00`)

const body = `河边的风从早上吹到傍晚,修船的人一直没有停手。

老船厂还能撑多久?

第一代工人还在的时候,船坞里每天有三班人。
现在只剩下一班,名册上不到二十个名字。

年轻人去了哪里

他们去了城里的快递站,也去了对岸的工厂。
“这里的活太慢了。”有人这样说。`

const lists = `相关文章

渡口的灯又亮了
城市观察

渡口的灯又亮了

2024-02-03 07:08:09 阅读:31
百度 百度热点
知乎热搜 知乎热搜
36氪 36氪

最新帖子

一碗面的价格
产品运营

一碗面的价格

2024-02-04 10:00:00 阅读:12
渡口的灯又亮了
城市观察

渡口的灯又亮了

2024-02-03 07:08:09 阅读:33`

const page = (head: string, text = body, tail = lists) => `${head}\n${text}\n\n${tail}\n`
const usualHead = `城市观察

船厂的最后一个冬天

2024-02-05 11:12:13 江边客 阅读:1204
船厂的最后一个冬天
`

test('takes a saved page apart', () => {
  const article = parse(page(usualHead))
  expect(article).toMatchObject({
    format: 'saved-page',
    title: '船厂的最后一个冬天',
    category: '城市观察',
    byline: '江边客',
    publishTime: at('2024-02-05T11:12:13'),
    views: 1204,
    warnings: [
      { reason: 'repeated-title', count: 1 },
      { reason: 'hot-links', count: 3 },
    ],
  })
  expect(headingsOf(article?.doc ?? { type: 'doc' })).toEqual(['老船厂还能撑多久?', '年轻人去了哪里'])
  expect(article?.doc.content?.map((node) => node.type)).toEqual([
    ...['paragraph', 'heading', 'paragraph', 'paragraph', 'heading', 'paragraph', 'paragraph'],
  ])
  expect(plainText(article?.doc ?? { type: 'doc' })).toBe(body.replace(/\n+/g, '\n'))
})

test('offers the entries of the lists once each', () => {
  expect(parse(page(usualHead))?.related).toEqual([
    { title: '渡口的灯又亮了', category: '城市观察', publishTime: at('2024-02-03T07:08:09'), views: 33 },
    { title: '一碗面的价格', category: '产品运营', publishTime: at('2024-02-04T10:00:00'), views: 12 },
  ])
})

describe('reads the facts however they are set', () => {
  const time = at('2024-02-05T11:12:00')
  test.each([
    ['2024-02-05 11:12 江边客 阅读:7', { time, byline: '江边客', views: 7 }],
    ['2024-02-05 11:12 江边客 阅读:7', { time, byline: '江边客', views: 7 }],
    ['阅读:7 江边客 2024-02-05 11:12', { time, byline: '江边客', views: 7 }],
    ['作者:江边客 | 发布时间:2024年2月5日 11:12 | 浏览量:1.2万', { time, byline: '江边客', views: 12_000 }],
    ['江边客 · 2024/02/05 11:12 · 阅读 1,234', { time, byline: '江边客', views: 1234 }],
    ['2024-02-05 11:12 阅读:7', { time, byline: '', views: 7 }],
    ['2024-02-05 11:12', { time, byline: '', views: 0 }],
    ['2024-02-05 江边客 阅读:7', { time: at('2024-02-05T00:00:00'), byline: '江边客', views: 7 }],
  ])('%s', (line, expected) => {
    const article = parse(page(`城市观察\n\n船厂\n\n${line}\n船厂\n`))
    expect({ time: article?.publishTime, byline: article?.byline, views: article?.views }).toEqual(expected)
    expect(article).toMatchObject({ title: '船厂', category: '城市观察' })
  })
})

describe('does without what is missing', () => {
  const facts = '2024-02-05 11:12:13 江边客 阅读:7'
  test.each([
    ['no category', `船厂\n\n${facts}\n船厂\n`, { title: '船厂', category: '' }],
    ['title not repeated', `城市观察\n\n船厂\n\n${facts}\n`, { title: '船厂', category: '城市观察' }],
    ['category below the title', `船厂\n城市观察\n${facts}\n船厂\n`, { title: '船厂', category: '城市观察' }],
    [
      'a path instead of a category',
      `首页 > 城市观察\n船厂\n${facts}\n`,
      { title: '船厂', category: '城市观察' },
    ],
    ['a title above and below the category', `船厂\n城市观察\n\n船厂\n\n${facts}\n`, { title: '船厂' }],
  ])('%s', (_name, head, expected) => {
    const article = parse(page(head))
    expect(article).toMatchObject(expected)
    expect(plainText(article?.doc ?? { type: 'doc' })).toBe(body.replace(/\n+/g, '\n'))
  })

  test.each([
    ['no lists', ''],
    ['hot links only', '百度 百度热点\n\n今日头条 今日头条'],
    [
      'the newest first',
      `${lists.slice(lists.indexOf('最新帖子'))}\n${lists.slice(0, lists.indexOf('最新帖子'))}`,
    ],
    ['labels with a colon', lists.replace('相关文章', '相关文章:').replace('最新帖子', '最新帖子:')],
  ])('%s', (_name, tail) => {
    expect(plainText(parse(page(usualHead, body, tail))?.doc ?? { type: 'doc' })).toBe(
      body.replace(/\n+/g, '\n'),
    )
  })
})

test('reads Windows line ends and ideographic indentation', () => {
  const article = parse(page(usualHead, body.replaceAll('\n', '\n\u3000\u3000')).replaceAll('\n', '\r\n'))
  expect(plainText(article?.doc ?? { type: 'doc' })).toBe(body.replace(/\n+/g, '\n'))
})

test.each([
  ['a plain text', '题目\n\n正文一段。\n\n正文又一段。'],
  [
    'a text that mentions a date',
    '题目\n\n会议在2024-02-05 11:12开始,一直开到深夜,没有人离开会场半步。\n正文。',
  ],
  ['a diary without lists or views', '题目\n2024-02-30 11:12:13\n正文。'],
])('leaves %s to the text importer', (_name, text) => {
  expect(parse(text)).toBeNull()
})

test.skipIf(!hasShared('seeds/000_fb183630241e2a8b.txt'))('takes the real page exactly', () => {
  const decoded = decodeText(readFileSync(sharedFile('seeds/000_fb183630241e2a8b.txt')))
  if (decoded.failure !== null) throw new Error(decoded.failure)
  const lines = decoded.text.split('\n').filter((line) => line !== '')
  const article = parse(decoded.text)
  const text = plainText(article?.doc ?? { type: 'doc' })
  expect(article).toMatchObject({
    title: lines[1],
    category: '业界动态',
    byline: '快照小生',
    publishTime: at('2025-07-31T11:36:49'),
    views: 129,
  })
  // Everything between the repeated title and 相关文章, nothing else.
  expect(text).toBe(lines.slice(4, lines.indexOf('相关文章')).join('\n'))
  expect(headingsOf(article?.doc ?? { type: 'doc' })).toHaveLength(5)
  expect(article?.related).toHaveLength(8)
  expect(article?.related.map(({ category }) => category).filter((name) => name === '业界动态')).toHaveLength(
    3,
  )
  expect(article?.related.every(({ publishTime, views }) => publishTime !== null && views > 20)).toBe(true)
})
