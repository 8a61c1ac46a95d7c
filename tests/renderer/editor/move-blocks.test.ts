import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { deleteBlocks, duplicateBlocks, moveBlocks } from '../../../src/renderer/editor/move/move-blocks.ts'
import { schema } from '../../../src/shared/document/schema.ts'

const p = (text: string) => schema.node('paragraph', null, text ? schema.text(text) : [])
const li = (...content: Parameters<typeof schema.node>[2][]) =>
  schema.node('listItem', null, content as never)
const ul = (...items: ReturnType<typeof li>[]) => schema.node('bulletList', null, items)

const doc = schema.node('doc', null, [
  p('一'),
  p('二'),
  ul(li(p('甲')), li(p('乙'), ul(li(p('乙小'))))),
  p('三'),
])

/** A state with the selection from the beginning of one text to the end of another. */
function selecting(from: string, to = from) {
  let [start, end] = [0, 0]
  doc.descendants((node, position) => {
    if (node.isTextblock && node.textContent === from) start = position + 1
    if (node.isTextblock && node.textContent === to) end = position + 1 + node.content.size
  })
  return EditorState.create({ doc, selection: TextSelection.create(doc, start, end) })
}

function outcome(state: EditorState, change: (tr: Transaction) => boolean) {
  const { tr } = state
  const changed = change(tr)
  tr.doc.check()
  const shape = (node: typeof doc): string => {
    if (node.isTextblock) return node.textContent
    const inner: string[] = []
    node.forEach((child) => void inner.push(shape(child)))
    return node.type.name === 'doc'
      ? inner.join(' ')
      : node.type.name === 'listItem'
        ? inner.join('/')
        : `[${inner.join(' ')}]`
  }
  return {
    changed,
    shape: shape(tr.doc),
    selected: tr.doc.textBetween(tr.selection.from, tr.selection.to, ' '),
  }
}

describe('blocks move past their neighbour and stay selected', () => {
  test.each([
    ['二', '二', -1, '二 一 [甲 乙/[乙小]] 三', '二'],
    ['二', '二', 1, '一 [甲 乙/[乙小]] 二 三', '二'],
    ['一', '二', 1, '[甲 乙/[乙小]] 一 二 三', '一 二'],
    ['甲', '甲', 1, '一 二 [乙/[乙小] 甲] 三', '甲'],
    ['三', '三', -1, '一 二 三 [甲 乙/[乙小]]', '三'],
  ] as const)('%s to %s by %i', (from, to, by, shape, selected) => {
    expect(outcome(selecting(from, to), (tr) => moveBlocks(tr, by))).toEqual({
      changed: true,
      shape,
      selected,
    })
  })

  test('an only item takes its list along inside its item; at the edge nothing moves', () => {
    expect(outcome(selecting('乙小'), (tr) => moveBlocks(tr, -1)).shape).toBe('一 二 [乙/[乙小] 甲] 三')
    expect(outcome(selecting('甲'), (tr) => moveBlocks(tr, -1)).changed).toBe(false)
    expect(outcome(selecting('一'), (tr) => moveBlocks(tr, -1)).changed).toBe(false)
    expect(outcome(selecting('三'), (tr) => moveBlocks(tr, 1)).changed).toBe(false)
  })
})

test('a copy goes behind the block and is selected', () => {
  const { shape, selected } = outcome(selecting('乙'), duplicateBlocks)
  expect(shape).toBe('一 二 [甲 乙/[乙小] 乙/[乙小]] 三')
  expect(selected).toBe('乙')
})

test('a copy has what was suggested and no comments; the block keeps its own', () => {
  const suggested = (type: string) => schema.mark(type, { id: 'a', author: 'p', at: 1 })
  const thread = '11111111-1111-4111-8111-111111111111'
  const reviewed = schema.node('paragraph', null, [
    schema.text('议', [schema.mark('comment', { thread })]),
    schema.text('旧', [suggested('deletion')]),
    schema.text('新', [suggested('insertion')]),
  ])
  const state = EditorState.create({ doc: schema.node('doc', null, [reviewed, p('末')]) })
  const { tr } = state
  duplicateBlocks(tr)
  expect(tr.doc.toJSON()).toEqual(schema.node('doc', null, [reviewed, p('议新'), p('末')]).toJSON())
  expect(tr.selection.$from.index(0)).toBe(1)
})

test('deleting takes the block; the last item takes its list, the last block leaves a paragraph', () => {
  expect(outcome(selecting('甲'), deleteBlocks).shape).toBe('一 二 [乙/[乙小]] 三')
  expect(outcome(selecting('一', '三'), deleteBlocks).shape).toBe('')
})
