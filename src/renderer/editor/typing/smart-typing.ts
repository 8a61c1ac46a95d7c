import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isChinese, type SmartTypingOptions, smartText } from './smart-text.ts'

/** What was put in place of typed characters just now; Backspace gives them back. */
interface Replaced {
  from: number
  to: number
  typed: string
}

const key = new PluginKey<Replaced | null>('smartTyping')
/** As much of a block as tells what language it is in. */
const reach = 200

const isCode = ({ storedMarks }: EditorState, $at: ResolvedPos) =>
  $at.parent.type.spec.code === true || (storedMarks ?? $at.marks()).some(({ type }) => type.spec.code)

/** Chinese, unless the rest of the block or the block before is in letters of another script. */
function inChinese($at: ResolvedPos): boolean {
  const { parent, parentOffset } = $at
  const after = parent.textBetween(parentOffset, Math.min(parent.content.size, parentOffset + reach))
  const above =
    $at.depth > 0
      ? ($at
          .node(0)
          .maybeChild($at.index(0) - 1)
          ?.textContent.slice(-reach) ?? '')
      : ''
  return isChinese(after) ?? isChinese(above) ?? true
}

function giveBack(view: EditorView): boolean {
  const replaced = key.getState(view.state)
  if (!replaced || view.composing) return false
  view.dispatch(view.state.tr.insertText(replaced.typed, replaced.from, replaced.to).scrollIntoView())
  return true
}

/**
 * Chinese punctuation for what was typed on a Latin keyboard. What was typed goes in first and is replaced in a step
 * of its own, so that one Backspace and one undo give it back.
 */
export const smartTyping = (options: () => SmartTypingOptions) =>
  Extension.create({
    name: 'smartTyping',
    // Before the commands of Backspace, and before rules of Markdown would look at the text.
    priority: 200,
    addProseMirrorPlugins() {
      return [
        new Plugin<Replaced | null>({
          key,
          state: {
            init: () => null,
            apply(tr, before) {
              const replaced: Replaced | undefined = tr.getMeta(key)
              if (replaced) return replaced
              return tr.docChanged || tr.selectionSet ? null : before
            },
          },
          props: {
            handleKeyDown(view, { key: name, isComposing, ctrlKey, altKey, metaKey }) {
              const plain = name === 'Backspace' && !isComposing && !ctrlKey && !altKey && !metaKey
              return plain && giveBack(view)
            },
            handleTextInput(view, from, to, text) {
              if (view.composing || text.length !== 1) return false
              const $from = view.state.doc.resolve(from)
              if (isCode(view.state, $from)) return false
              const before = $from.parent.textBetween(
                Math.max(0, $from.parentOffset - reach),
                $from.parentOffset,
                undefined,
                '\ufffc',
              )
              const found = smartText(before, text, options(), inChinese($from))
              if (!found) return false
              view.dispatch(view.state.tr.insertText(text, from, to))
              const start = from - found.remove
              const typed = view.state.doc.textBetween(start, from + text.length)
              const tr = closeHistory(view.state.tr).insertText(found.insert, start, from + text.length)
              const end = start + found.insert.length
              tr.setSelection(TextSelection.create(tr.doc, end))
              view.dispatch(tr.setMeta(key, { from: start, to: end, typed }).scrollIntoView())
              // What is typed next is undone apart from this.
              view.dispatch(closeHistory(view.state.tr))
              return true
            },
          },
        }),
      ]
    },
  })
