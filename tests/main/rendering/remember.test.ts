import { expect, it } from 'vitest'
import { remember } from '../../../src/main/core/rendering/remember.ts'

it('answers what it answered lately, and forgets what was asked longest ago when its room is full', () => {
  const made: string[] = []
  const double = remember(12, (text: string) => {
    made.push(text)
    return text === 'no' ? null : text + text
  })
  expect([double('ab'), double('cd'), double('ab')]).toEqual(['abab', 'cdcd', 'abab'])
  expect(made).toEqual(['ab', 'cd'])
  double('ef')
  expect([double('ab'), double('cd')]).toEqual(['abab', 'cdcd'])
  expect(made).toEqual(['ab', 'cd', 'ef', 'cd'])
  expect([double('no'), double('no')]).toEqual([null, null])
  expect(made.filter((text) => text === 'no')).toHaveLength(1)
})
