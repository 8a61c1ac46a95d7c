import { expect, test } from 'vitest'
import { numberOf } from '#shared/foreign/word-lists.ts'

test.each([
  ['·', null],
  ['o', null],
  ['l', null],
  ['Ø', null],
  ['●', null],
  ['1.', 1],
  ['12、', 12],
  ['2.3', 3],
  ['(4)', 4],
  ['（5）', 5],
  ['b)', 2],
  ['iv.', 1],
  ['③', 3],
  ['一、', 1],
  ['十二、', 12],
  ['二十、', 20],
  ['第三章', 3],
])('the mark %s', (mark, number) => {
  expect(numberOf(mark)).toBe(number)
})
