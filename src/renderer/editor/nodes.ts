import { InputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { BulletList, ListItem, ListKeymap, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { headingLevels } from '#shared/document/heading/heading.ts'
import { nodeFields } from './shared-fields.ts'

/** As the shared parse rules read it. */
const aligned = ({ attrs }: DocumentNode) => (attrs.align ? { class: `align-${attrs.align}` } : {})

const heading = Heading.extend({
  ...nodeFields('heading'),
  renderHTML: ({ node }) => [`h${node.attrs.level}`, aligned(node), 0],
  addInputRules() {
    // One mark is a heading too: the title above is the only one of level 1. ＃ is what a Chinese keyboard writes.
    const rule = (find: RegExp, level: number) =>
      textblockTypeInputRule({ find, type: this.type, getAttributes: { level } })
    return [rule(/^[#＃]{1,2}\s$/, 2), rule(/^[#＃]{3}\s$/, 3), rule(/^[#＃]{4}\s$/, 4)]
  },
}).configure({ levels: [...headingLevels] })

const blockquote = Blockquote.extend({
  ...nodeFields('blockquote'),
  renderHTML: () => ['blockquote', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[>》]\s$/, type: this.type })]
  },
})

const orderedList = OrderedList.extend({
  ...nodeFields('orderedList'),
  renderHTML: ({ node }) => ['ol', node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
})

const taskList = TaskList.extend({
  ...nodeFields('taskList'),
  renderHTML: () => ['ul', { 'data-type': 'taskList' }, 0],
})

const taskItem = (label: () => string) =>
  TaskItem.extend({
    ...nodeFields('taskItem', { keepOnSplit: false }),
    renderHTML: ({ node }) => [
      'li',
      { 'data-type': 'taskItem', 'data-checked': String(node.attrs.checked) },
      ['div', 0],
    ],
    addInputRules() {
      // Also after `- ` has made a bullet list of the line; 【】 is what a Chinese keyboard writes.
      return [
        new InputRule({
          find: /^\s*[[【]([ xX]?)[\]】]\s$/,
          handler: ({ range, match, chain }) => {
            chain()
              .deleteRange(range)
              .toggleList('taskList', 'taskItem')
              .updateAttributes('taskItem', { checked: match[1]?.toLowerCase() === 'x' })
              .run()
          },
        }),
      ]
    },
  }).configure({ nested: true, a11y: { checkboxLabel: label } })

/** TipTap's keys for lists take it that the caret is in a block; between two of them they throw. */
const listKeymap = ListKeymap.extend({
  addKeyboardShortcuts() {
    return Object.fromEntries(
      Object.entries(this.parent?.() ?? {}).map(([keys, press]) => [
        keys,
        (props) => props.editor.state.selection.$from.depth > 0 && press(props),
      ]),
    )
  },
})

export const nodeExtensions = (labels: { taskDone: () => string }) => [
  Document.extend(nodeFields('doc')),
  Paragraph.extend({ ...nodeFields('paragraph'), renderHTML: ({ node }) => ['p', aligned(node), 0] }),
  heading,
  blockquote,
  HorizontalRule.extend(nodeFields('horizontalRule')),
  HardBreak.extend(nodeFields('hardBreak')),
  BulletList.extend(nodeFields('bulletList')),
  orderedList,
  ListItem.extend(nodeFields('listItem')),
  taskList,
  taskItem(labels.taskDone),
  listKeymap,
  Text.extend({ group: 'inline' }),
]
