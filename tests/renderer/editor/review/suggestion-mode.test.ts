import { baseKeymap, joinBackward, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands'
import { history, undo } from '@tiptap/pm/history'
import type { MarkType, Node, NodeType } from '@tiptap/pm/model'
import { liftListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { schema } from '#shared/document/schema.ts'
import { resolveSuggestions } from '#shared/document/suggestion/resolve-suggestions.ts'
import { suggestionIds } from '#shared/document/suggestion/suggestion.ts'
import { suggestionMode } from '../../../../src/renderer/editor/review/suggestion-mode.ts'

type Command = (state: EditorState, dispatch?: (tr: Transaction) => void) => boolean

const nodes = schema.nodes as Record<
  | 'doc'
  | 'paragraph'
  | 'heading'
  | 'bulletList'
  | 'orderedList'
  | 'listItem'
  | 'blockquote'
  | 'horizontalRule',
  NodeType
>
const marks = schema.marks as Record<'bold' | 'italic', MarkType>
const paragraph = (text: string) => nodes.paragraph.create(null, text ? schema.text(text) : null)
const list = (...texts: string[]) =>
  nodes.bulletList.create(
    null,
    texts.map((text) => nodes.listItem.create(null, paragraph(text))),
  )
const documentOf = (...blocks: (string | Node)[]) =>
  nodes.doc.create(
    null,
    blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
  )

/** A text in which somebody suggests. */
function desk(doc: Node) {
  // An extension's plugins need nothing of an editor.
  const plugins = suggestionMode.config.addProseMirrorPlugins?.call({} as never) ?? []
  let state = EditorState.create({ doc, plugins: [...plugins, history()] })
  const key = Object.keys(state).find((name) => name.startsWith('suggestionMode')) ?? ''
  state = state.apply(state.tr.setMeta(key, { person: '林' }))
  const json = () => state.doc.toJSON() as DocumentJson
  return {
    get state() {
      return state
    },
    run(command: Command) {
      return command(state, (tr) => {
        state = state.apply(tr)
      })
    },
    edit(change: (tr: Transaction) => Transaction) {
      state = state.applyTransaction(change(state.tr)).state
    },
    json,
    rejected: () => schema.nodeFromJSON(resolveSuggestions(json(), () => 'reject')),
    accepted: () => schema.nodeFromJSON(resolveSuggestions(json(), () => 'accept')),
  }
}

/** What the text shows: `+inserted+`, `-deleted-`, `*of another form*`; blocks with what they are. */
function shown(node: Node): string {
  const wrap = (text: string, of: Node) => {
    let result = text
    for (const [name, sign] of [
      ['modification', '*'],
      ['insertion', '+'],
      ['deletion', '-'],
    ] as const) {
      const mark = of.marks.find(({ type }) => type.name === name)
      if (mark) result = mark.attrs.joined ? `${sign}|${result}` : `${sign}${result}${sign}`
    }
    return result
  }
  if (node.isText) return wrap(node.text ?? '', node)
  const parts: string[] = []
  node.forEach((child) => void parts.push(shown(child)))
  if (node.type.name === 'doc') return parts.join(' / ')
  const inner = node.inlineContent ? parts.join('') : `[${parts.join(' / ')}]`
  return wrap(node.isLeaf ? node.type.name : inner, node)
}

const caretAt = (position: number) => (tr: Transaction) =>
  tr.setSelection(TextSelection.create(tr.doc, position))

describe('text', () => {
  test('typed and deleted is one suggestion each; the person’s own insertions go for good', () => {
    const one = desk(documentOf('大模型进入深水区'))
    one.edit(caretAt(4))
    for (const letter of '产业') one.edit((tr) => tr.insertText(letter))
    expect(shown(one.state.doc)).toBe('大模型+产业+进入深水区')
    one.edit((tr) => tr.delete(5, 6))
    expect(shown(one.state.doc)).toBe('大模型+产+进入深水区')
    one.edit((tr) => tr.delete(3, 5))
    expect(shown(one.state.doc)).toBe('大模-型-进入深水区')
    // Backspace goes on to the left.
    expect(one.state.selection.from).toBe(3)
    one.edit((tr) => tr.delete(2, 3))
    expect(shown(one.state.doc)).toBe('大-模型-进入深水区')
    expect(suggestionIds(one.json()).size).toBe(1)
    expect(one.rejected().eq(documentOf('大模型进入深水区'))).toBe(true)
    expect(one.accepted().eq(documentOf('大进入深水区'))).toBe(true)
  })

  test('that replaces text is one suggestion with it', () => {
    const one = desk(documentOf('旧的说法'))
    one.edit((tr) => tr.insertText('新', 1, 2))
    expect(shown(one.state.doc)).toBe('-旧-+新+的说法')
    expect(suggestionIds(one.json()).size).toBe(1)
  })

  test('of another form remembers its marks, and forgets them when it has them again', () => {
    const one = desk(documentOf('粗体'))
    one.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, 1, 3)))
    one.run(toggleMark(marks.bold))
    expect(shown(one.state.doc)).toBe('*粗体*')
    expect(one.rejected().eq(documentOf('粗体'))).toBe(true)
    expect(one.accepted().firstChild?.firstChild?.marks.map(({ type }) => type.name)).toEqual(['bold'])
    one.run(toggleMark(marks.bold))
    expect(one.state.doc.eq(documentOf('粗体'))).toBe(true)
  })

  test('comes back with undo, suggestion and all', () => {
    const one = desk(documentOf('一二三'))
    one.edit((tr) => tr.delete(2, 3))
    expect(shown(one.state.doc)).toBe('一-二-三')
    one.run(undo)
    expect(one.state.doc.eq(documentOf('一二三'))).toBe(true)
  })
})

describe('blocks', () => {
  test('are split and joined at a boundary that is the suggestion', () => {
    const one = desk(documentOf('前后'))
    one.edit(caretAt(2))
    one.run(splitBlock)
    expect(shown(one.state.doc)).toBe('前 / +|后')
    expect(one.rejected().eq(documentOf('前后'))).toBe(true)
    one.run(joinBackward)
    expect(one.state.doc.eq(documentOf('前后'))).toBe(true)

    const two = desk(documentOf('前', '后'))
    two.edit(caretAt(4))
    two.run(joinBackward)
    expect(shown(two.state.doc)).toBe('前 / -|后')
    expect(two.accepted().eq(documentOf('前后'))).toBe(true)
    expect(two.state.selection.from).toBe(2)
  })

  test('that a selection runs across', () => {
    const one = desk(documentOf('一二', '三四', '五六'))
    one.edit((tr) => tr.insertText('新', 2, 10))
    expect(shown(one.state.doc)).toBe('一+新+-二- / --三四-- / -|-五-六')
    expect(one.rejected().eq(documentOf('一二', '三四', '五六'))).toBe(true)
    expect(one.accepted().eq(documentOf('一新六'))).toBe(true)
  })

  test('of lists split into items; what is lifted out is suggested as a whole', () => {
    const one = desk(documentOf(list('一二', '三')))
    one.edit(caretAt(4))
    one.run(splitListItem(nodes.listItem))
    expect(shown(one.state.doc)).toBe('[[一] / +|[二] / [三]]')
    expect(one.rejected().eq(documentOf(list('一二', '三')))).toBe(true)

    const two = desk(documentOf('前', list('一'), '后'))
    two.edit(caretAt(6))
    two.run(liftListItem(nodes.listItem))
    expect(shown(two.state.doc)).toBe('前 / -[[一]]- / +一+ / 后')
    expect(two.rejected().eq(documentOf('前', list('一'), '后'))).toBe(true)
    expect(two.accepted().eq(documentOf('前', '一', '后'))).toBe(true)
  })

  test('turned into another kind remember the one before', () => {
    const one = desk(documentOf('标题', '正文'))
    one.edit(caretAt(2))
    one.run(setBlockType(nodes.heading, { level: 3 }))
    expect(one.state.doc.firstChild?.type.name).toBe('heading')
    expect(one.rejected().eq(documentOf('标题', '正文'))).toBe(true)
    expect(one.accepted().firstChild?.attrs.level).toBe(3)
    one.run(setBlockType(nodes.paragraph))
    expect(one.state.doc.eq(documentOf('标题', '正文'))).toBe(true)
  })

  test('that are no text come and go whole', () => {
    const rule = nodes.horizontalRule.create()
    const one = desk(documentOf('前', rule, '后'))
    one.edit((tr) => tr.setSelection(NodeSelection.create(tr.doc, 3)).deleteSelection())
    expect(shown(one.state.doc)).toBe('前 / -horizontalRule- / 后')
    one.edit((tr) => tr.insert(0, rule))
    expect(shown(one.state.doc)).toBe('+horizontalRule+ / 前 / -horizontalRule- / 后')
    expect(one.rejected().eq(documentOf('前', rule, '后'))).toBe(true)
    expect(one.accepted().eq(documentOf(rule, '前', '后'))).toBe(true)
  })
})

describe('without suggestions', () => {
  test('text typed inside of what is to be deleted is not to be deleted with it', () => {
    const one = desk(documentOf('一二三四'))
    one.edit((tr) => tr.delete(2, 4))
    const key = Object.keys(one.state).find((name) => name.startsWith('suggestionMode')) ?? ''
    one.edit((tr) => tr.setMeta(key, { person: null }))
    one.edit((tr) => tr.insertText('新', 3))
    expect(shown(one.state.doc)).toBe('一-二-新-三-四')
  })
})

/** Numbers that look random and are the same every time. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

describe.each(Array.from({ length: 100 }, (_, index) => index + 1))('random edits %i', (seed) => {
  test('are undone and carried out exactly', () => {
    const random = numbers(seed * 7919)
    const original = documentOf(
      '大模型进入产业深水区',
      nodes.heading.create({ level: 2 }, schema.text('为什么是现在')),
      list('成本', '速度', '质量'),
      nodes.blockquote.create(null, [paragraph('引文一'), paragraph('引文二')]),
      '结尾',
    )
    const one = desk(original)
    const commands: Command[] = [
      splitBlock,
      joinBackward,
      splitListItem(nodes.listItem),
      liftListItem(nodes.listItem),
      wrapInList(nodes.orderedList),
      wrapIn(nodes.blockquote),
      setBlockType(nodes.heading, { level: 3 }),
      setBlockType(nodes.paragraph),
      toggleMark(marks.bold),
      toggleMark(marks.italic),
      baseKeymap.Backspace as Command,
      baseKeymap.Delete as Command,
      baseKeymap.Enter as Command,
    ]
    for (let step = 0; step < 25; step++) {
      const size = one.state.doc.content.size
      const from = random(size + 1)
      const to = random(3) === 0 ? from : Math.min(size, from + random(12))
      one.edit((tr) => tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to))))
      const kind = random(4)
      if (kind === 0) one.edit((tr) => tr.insertText('新字'.slice(0, 1 + random(2))))
      else if (kind === 1) one.edit((tr) => tr.deleteSelection())
      else one.run(commands[random(commands.length)] as Command)
      one.state.doc.check()
      expect(one.rejected().toJSON(), `step ${step}`).toEqual(original.toJSON())
      one.accepted().check()
    }
  })
})
