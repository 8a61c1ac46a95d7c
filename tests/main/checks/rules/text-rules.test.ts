import { describe, expect, test } from 'vitest'
import type { Found, TextRun } from '../../../../src/main/core/checks/found.ts'
import { pairs } from '../../../../src/main/core/checks/rules/pairs.ts'
import { placeholders } from '../../../../src/main/core/checks/rules/placeholders.ts'
import { repeats } from '../../../../src/main/core/checks/rules/repeats.ts'
import { editsBetween, typography } from '../../../../src/main/core/checks/rules/typography.ts'

const run = (text: string): TextRun => ({ field: 'body', text, start: 100 })
const excerpts = (found: Found[]) => found.map(({ excerpt }) => excerpt)

/** The text with every fix applied. */
function fixed(text: string, found: Found[]): string {
  return found
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (result, { from, to, fix }) =>
        fix?.kind === 'text' ? result.slice(0, from - 100) + fix.text + result.slice(to - 100) : result,
      text,
    )
}

describe('typography', () => {
  test.each([
    ['用AI写作', '用 AI 写作'],
    ['发布于2024年,共3篇.', '发布于 2024 年，共 3 篇。'],
    ['这是 （旁注） 吗?', '这是（旁注）吗？'],
  ])('%s becomes %s', (before, after) => {
    const found = typography(run(before))
    expect(found.length).toBeGreaterThan(0)
    expect(fixed(before, found)).toBe(after)
  })

  test('tells spaces from punctuation, and leaves Latin text alone', () => {
    expect(typography(run('用AI写')).map(({ rule, excerpt }) => [rule, excerpt])).toEqual([
      ['spacing', '用A'],
      ['spacing', 'I写'],
    ])
    expect(typography(run('好,行')).map(({ rule }) => rule)).toEqual(['punctuation'])
    expect(typography(run('Hello,world.'))).toEqual([])
  })

  test('edits between two texts rebuild the second from the first', () => {
    const before = 'a,b 中文c'
    const after = 'a，b 中文 c！'
    const rebuilt = editsBetween(before, after).reduceRight(
      (text, { from, to, text: replacement }) => text.slice(0, from) + replacement + text.slice(to),
      before,
    )
    expect(rebuilt).toBe(after)
  })
})

test('pairs: brackets and quotation marks that stand alone', () => {
  expect(excerpts(pairs(run('他说：“好。')))).toEqual(['“'])
  expect(excerpts(pairs(run('（甲（乙）、「丙』')))).toEqual(['（', '「', '』'])
  expect(pairs(run('「一“二”三」（四）《五》'))).toEqual([])
  expect(pairs(run('1) 甲 :)'))).toEqual([])
})

test('repeats: doubled words, with a fix; not what is doubled rightly', () => {
  expect(repeats(run('这是的的确')).map(({ excerpt, fix }) => [excerpt, fix])).toEqual([
    ['的的', { kind: 'text', text: '的' }],
  ])
  expect(excerpts(repeats(run('互联网互联网公司 the the end')))).toEqual(['互联网互联网', 'the the'])
  expect(repeats(run('常常慢慢想想，哈哈，人人研究研究'))).toEqual([])
})

test('placeholders', () => {
  expect(excerpts(placeholders(run('数字TK，人名待核实，TKO 与 XXX 元。')))).toEqual(['待核实', 'XXX'])
  expect(excerpts(placeholders(run('这里 TK 补，待补')))).toEqual(['TK', '待补'])
})
