import { baseKeymap, joinBackward, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands'
import { history, undo } from '@tiptap/pm/history'
import { type MarkType, type Node, type NodeType, Slice } from '@tiptap/pm/model'
import { liftListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { AllSelection, EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  mergeCells,
  setCellAttr,
  splitCell,
  tableEditing,
  toggleHeader,
} from '@tiptap/pm/tables'
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
  | 'horizontalRule'
  | 'codeBlock'
  | 'footnote'
  | 'hardBreak'
  | 'mathInline'
  | 'table'
  | 'tableRow'
  | 'tableCell'
  | 'tableHeader'
  | 'gallery'
  | 'image',
  NodeType
>
const marks = schema.marks as Record<'bold' | 'italic' | 'link', MarkType>
const paragraph = (text: string) => nodes.paragraph.create(null, text ? schema.text(text) : null)
const list = (...texts: string[]) =>
  nodes.bulletList.create(
    null,
    texts.map((text) => nodes.listItem.create(null, paragraph(text))),
  )
const table = (...rows: string[][]) =>
  nodes.table.create(
    null,
    rows.map((cells) =>
      nodes.tableRow.create(
        null,
        cells.map((text) => nodes.tableCell.create(null, paragraph(text))),
      ),
    ),
  )
/** Text with all that code has no room for. */
const withNote = nodes.paragraph.create(null, [
  schema.text('据', [marks.bold.create()]),
  schema.text('官网', [marks.link.create({ href: 'https://a.cn/' })]),
  nodes.footnote.create(null, schema.text('注')),
  nodes.hardBreak.create(),
  nodes.mathInline.create({ latex: 'x' }),
])
const documentOf = (...blocks: (string | Node)[]) =>
  nodes.doc.create(
    null,
    blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
  )

/** A text in which somebody suggests. */
function desk(doc: Node) {
  // An extension's plugins need nothing of an editor; those of tables keep their rows equally long.
  const plugins = suggestionMode.config.addProseMirrorPlugins?.call({} as never) ?? []
  let state = EditorState.create({ doc, plugins: [...plugins, tableEditing(), history()] })
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

  test('with a note in it loses its form again, the note too', () => {
    const original = documentOf(withNote)
    const one = desk(original)
    one.edit((tr) => tr.setSelection(new AllSelection(tr.doc)))
    one.run(toggleMark(marks.italic))
    expect(one.rejected().toJSON()).toEqual(original.toJSON())
    one.run(toggleMark(marks.italic))
    expect(one.state.doc.toJSON()).toEqual(original.toJSON())
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

  test('turned into code come back with their forms, links, notes, formulas and lines', () => {
    const one = desk(documentOf('前', withNote))
    one.edit(caretAt(5))
    one.run(setBlockType(nodes.codeBlock))
    expect(shown(one.state.doc)).toBe('前 / -据官网注hardBreakmathInline- / +据官网\n+')
    expect(one.rejected().toJSON()).toEqual(documentOf('前', withNote).toJSON())
    expect(one.accepted().child(1).toJSON()).toEqual(
      nodes.codeBlock.create(null, schema.text('据官网\n')).toJSON(),
    )
  })

  test('that are joined to code come back with their forms, links, notes, formulas and lines', () => {
    const code = nodes.codeBlock.create(null, schema.text('a'))
    const one = desk(documentOf(code, withNote))
    one.edit(caretAt(4))
    one.run(joinBackward)
    expect(one.rejected().eq(documentOf(code, withNote))).toBe(true)
    expect(one.accepted().eq(documentOf(nodes.codeBlock.create(null, schema.text('a据官网\n'))))).toBe(true)
  })

  test('that are joined to code leave it what it has room for', () => {
    const code = nodes.codeBlock.create(null, schema.text('let a'))
    const original = documentOf(code, '后')
    const one = desk(original)
    one.edit((tr) => tr.delete(6, 8))
    expect(shown(one.state.doc)).toBe('let a / -|后')
    one.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, 8, 9)))
    one.run(toggleMark(marks.italic))
    one.edit((tr) => tr.insert(9, [nodes.hardBreak.create(), nodes.mathInline.create({ latex: 'x' })]))
    expect(one.rejected().toJSON()).toEqual(original.toJSON())
    one.accepted().check()
    expect(one.accepted().toJSON()).toEqual(
      documentOf(nodes.codeBlock.create(null, schema.text('let a后\n'))).toJSON(),
    )
  })

  test.each([
    ['a row of headers', table(['季度', '收入'], ['一', '二']), toggleHeader('row')],
    ['a column of headers', table(['季度', '收入'], ['一', '二']), toggleHeader('column')],
    ['the width of a column', table(['季度', '收入']), setCellAttr('colwidth', [120])],
    [
      'a picture of a gallery',
      nodes.gallery.create(null, [nodes.image.create({ alt: '甲' }), nodes.image.create({ alt: '乙' })]),
      (state, dispatch) => {
        dispatch?.(state.tr.setNodeAttribute(4, 'alt', '丙'))
        return true
      },
    ],
  ] satisfies [string, Node, Command][])(
    'with %s that changes are suggested as a whole',
    (_, block, change) => {
      const original = documentOf('前', block)
      const one = desk(original)
      one.edit((tr) => tr.setSelection(TextSelection.near(tr.doc.resolve(4))))
      one.run(change)
      expect(one.state.doc.children.map(({ marks }) => marks.map(({ type }) => type.name))).toEqual([
        [],
        ['deletion'],
        ['insertion'],
      ])
      expect(one.rejected().toJSON()).toEqual(original.toJSON())
      expect(one.accepted().toJSON()).not.toEqual(original.toJSON())
    },
  )

  test('that are suggested leave nothing when they are split, or get more blocks, and are rejected', () => {
    const one = desk(documentOf('前'))
    one.edit((tr) => tr.insert(3, paragraph('新的')))
    one.edit(caretAt(5))
    one.run(splitBlock)
    expect(shown(one.state.doc)).toBe('前 / +新+ / +的+')
    expect(one.rejected().toJSON()).toEqual(documentOf('前').toJSON())

    one.edit((tr) => tr.replace(4, 4, new Slice(documentOf('贴', '的', '文').content, 1, 1)))
    expect(one.rejected().toJSON()).toEqual(documentOf('前').toJSON())
  })

  test('that somebody else suggests leave nothing when they are split and rejected', () => {
    const theirs = paragraph('新的').mark([schema.mark('insertion', { id: 'o1', author: '周', at: 5 })])
    const one = desk(documentOf('前', theirs, '后'))
    one.edit(caretAt(5))
    one.run(splitBlock)
    expect(shown(one.state.doc)).toBe('前 / +新+ / +的+ / 后')
    expect(one.rejected().eq(documentOf('前', '后'))).toBe(true)
  })

  test('that are suggested leave the text that is joined to them', () => {
    const one = desk(documentOf('旧的'))
    one.edit(caretAt(1))
    one.edit((tr) => tr.replace(1, 1, new Slice(documentOf('贴', '文', '').content, 1, 1)))
    expect(shown(one.state.doc)).toBe('+贴+ / +文+ / +|旧的')
    one.edit(caretAt(7))
    one.run(joinBackward)
    expect(one.rejected().eq(documentOf('旧的'))).toBe(true)
    expect(one.accepted().eq(documentOf('贴', '文旧的'))).toBe(true)
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

/** Everything that an edit may meet: text with what stands in it, lists, quotes, code, a table, pictures. */
const everything = documentOf(
  '大模型进入产业深水区',
  nodes.heading.create({ level: 2 }, schema.text('为什么是现在')),
  list('成本', '速度', '质量'),
  withNote,
  nodes.blockquote.create(null, [paragraph('引文一'), paragraph('引文二')]),
  nodes.codeBlock.create({ language: 'ts' }, schema.text('let a\nlet b')),
  table(['季度', '收入'], ['一', '二']),
  nodes.gallery.create(null, [nodes.image.create({ alt: '甲' }), nodes.image.create({ alt: '乙' })]),
  '结尾',
)

/** Where an editor's caret can be: the text of a note is edited whole, apart from the text around it. */
function reachable(doc: Node, position: number) {
  const $position = doc.resolve(position)
  return $position.parent.type === nodes.footnote ? doc.resolve($position.before()) : $position
}

const textCommands: Command[] = [
  splitBlock,
  joinBackward,
  splitListItem(nodes.listItem),
  liftListItem(nodes.listItem),
  wrapInList(nodes.orderedList),
  wrapIn(nodes.blockquote),
  setBlockType(nodes.heading, { level: 3 }),
  setBlockType(nodes.paragraph),
  setBlockType(nodes.codeBlock),
  toggleMark(marks.bold),
  toggleMark(marks.italic),
  baseKeymap.Backspace as Command,
  baseKeymap.Delete as Command,
  baseKeymap.Enter as Command,
]
const tableCommands: Command[] = [
  toggleHeader('row'),
  toggleHeader('column'),
  addRowAfter,
  addColumnAfter,
  deleteRow,
  deleteColumn,
  mergeCells,
  splitCell,
]

/** Attributes that are written where a block stands, without any text of it. */
const attributes: Record<string, readonly [string, unknown]> = {
  image: ['alt', '丙'],
  tableCell: ['colwidth', [120]],
  tableHeader: ['colwidth', [120]],
  codeBlock: ['language', 'css'],
  gallery: ['columns', 2],
}

function writeAttributes(tr: Transaction, position: number): Transaction {
  tr.doc.nodesBetween(position, Math.min(position + 1, tr.doc.content.size), (node, at) => {
    const attribute = attributes[node.type.name]
    if (attribute) tr.setNodeAttribute(at, ...attribute)
  })
  return tr
}

/** The same with blocks that somebody else suggests. */
const suggested = (name: string, joined = false) =>
  schema.mark(name, { id: `o-${name}`, author: '周', at: 5, joined })
const reviewed = documentOf(
  '大模型进入产业深水区',
  paragraph('新的一段').mark([suggested('insertion')]),
  paragraph('要删的一段').mark([suggested('deletion')]),
  nodes.bulletList.create(null, [
    nodes.listItem.create(null, paragraph('成本')),
    nodes.listItem.create(null, paragraph('速度')).mark([suggested('insertion')]),
    nodes.listItem.create(null, paragraph('质量')),
  ]),
  paragraph('前半'),
  paragraph('后半').mark([suggested('insertion', true)]),
  nodes.blockquote.create(null, [
    paragraph('引文一'),
    nodes.paragraph.create(null, [
      schema.text('引'),
      schema.text('文', [suggested('deletion')]),
      schema.text('言', [suggested('insertion')]),
      schema.text('二'),
    ]),
  ]),
  '结尾',
)

describe.each(
  [everything, reviewed].flatMap((doc) =>
    Array.from({ length: 120 }, (_, index) => [index + 1, doc] as const),
  ),
)('random edits %i', (seed, start) => {
  test('are undone and carried out exactly', () => {
    const random = numbers(seed * 7919)
    const one = desk(start)
    const original = one.rejected().toJSON()
    for (let step = 0; step < 25; step++) {
      const { doc } = one.state
      const size = doc.content.size
      const from = random(size + 1)
      const to = random(3) === 0 ? from : Math.min(size, from + random(12))
      one.edit((tr) => tr.setSelection(TextSelection.between(reachable(doc, from), reachable(doc, to))))
      const kind = random(6)
      if (kind === 0) one.edit((tr) => tr.insertText('新字'.slice(0, 1 + random(2))))
      else if (kind === 1) one.edit((tr) => tr.deleteSelection())
      else if (kind === 2) one.edit((tr) => writeAttributes(tr, from))
      else if (kind === 3) one.run(tableCommands[random(tableCommands.length)] as Command)
      else one.run(textCommands[random(textCommands.length)] as Command)
      one.state.doc.check()
      expect(one.rejected().toJSON(), `step ${step}`).toEqual(original)
      one.accepted().check()
    }
  })
})
