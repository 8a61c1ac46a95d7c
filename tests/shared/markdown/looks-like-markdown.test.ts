import { expect, test } from 'vitest'
import { looksLikeMarkdown } from '#shared/markdown/looks-like-markdown.ts'

test.each([
  ['headings and emphasis', '# 标题\n\n一段**重点**。'],
  ['two headings', '## 一\n文\n\n## 二\n文'],
  ['a link', '见[官网](https://e.com/a)。'],
  ['a picture', '![图](a.png)'],
  ['a table', '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |'],
  ['tasks', '- [ ] 待办'],
  ['a fence', '```js\nconst a = 1;\n```'],
  ['a list with emphasis', '- **甲**\n- 乙'],
])('%s is Markdown', (_name, text) => {
  expect(looksLikeMarkdown(text)).toBe(true)
})

test.each([
  ['prose', '船厂在江边。\n\n老周在这里做了 40 年。'],
  ['dashes', '- 甲\n- 乙\n- 丙'],
  ['numbers', '1. 甲\n2. 乙'],
  ['a topic', '#话题# 来了\n\n很热闹'],
  [
    'a script with comments',
    '# 安装\n\nimport os\nfrom sys import argv\n\n# 运行\n\ndef main():\n    return `x`;',
  ],
  ['stars', '*** 重要 ***'],
  ['a signature', '正文\n\n---\n某人'],
  ['multiplication', '2 * 3 * 4 = 24'],
])('%s is not', (_name, text) => {
  expect(looksLikeMarkdown(text)).toBe(false)
})
