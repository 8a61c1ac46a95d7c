import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  entryAt,
  moveSection,
  outlineOf,
  sectionEnd,
  stepTarget,
} from '../../../src/renderer/editor/outline.ts'
import { schema } from '../../../src/shared/document/schema.ts'

const lines = ['引言', '## 甲', '甲一', '### 甲小', '甲小一', '## 乙', '乙一', '## 丙']
const block = (line: string) => {
  const [, signs = '', text = ''] = /^(#*) ?(.*)$/.exec(line) ?? []
  return signs
    ? schema.node('heading', { level: signs.length }, schema.text(text))
    : schema.node('paragraph', null, schema.text(text))
}
const documentOf = (...blocks: string[]) => schema.node('doc', null, blocks.map(block))
const doc = documentOf(...lines)
const entries = outlineOf(doc)

const texts = (index: number, target: number) => {
  const { tr } = EditorState.create({ doc })
  const moved = moveSection(tr, index, target)
  const after: string[] = []
  tr.doc.forEach((node) => void after.push(node.textContent))
  tr.doc.check()
  return moved ? after.join(' ') : null
}

test('headings, their depth and the reach of their sections', () => {
  expect(entries.map(({ text, level, depth }) => `${text} ${level} ${depth}`)).toEqual([
    '甲 2 0',
    '甲小 3 1',
    '乙 2 0',
    '丙 2 0',
  ])
  expect(entries.map((_, index) => sectionEnd(entries, index))).toEqual([2, 2, 3, 4])
  expect(entryAt(entries, 1)).toBe(-1)
  expect(entryAt(entries, doc.content.size)).toBe(3)
  expect(outlineOf(documentOf('没有小标题'))).toEqual([])
})

describe('moving a section', () => {
  test.each([
    [0, 3, '引言 乙 乙一 甲 甲一 甲小 甲小一 丙'],
    [2, 0, '引言 乙 乙一 甲 甲一 甲小 甲小一 丙'],
    [0, 4, '引言 乙 乙一 丙 甲 甲一 甲小 甲小一'],
    [3, 1, '引言 甲 甲一 丙 甲小 甲小一 乙 乙一'],
    [0, 1, null],
    [0, 2, null],
    [2, 2, null],
    [9, 0, null],
  ])('of heading %i before heading %i', (index, target, expected) => {
    expect(texts(index, target)).toBe(expected)
  })

  test('by one step goes past a whole neighbour, or out of and into the one above', () => {
    expect([0, 1, 2, 3].map((index) => stepTarget(entries, index, -1))).toEqual([null, 0, 0, 2])
    expect([0, 1, 2, 3].map((index) => stepTarget(entries, index, 1))).toEqual([3, 3, 4, null])
  })
})
