import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** ProseMirror reads the last change of a composition in a microtask and closes it 20 ms later. */
const closing = 40

/** Set on the transaction that makes room for a composition, which it is a part of. */
export const makesRoom = 'galley.makesRoom'

const isWithinBlock = ({ selection }: EditorState) =>
  selection instanceof TextSelection && selection.$from.sameParent(selection.$to)

/** Whether a composition would replace more than text of one block. */
const needsRoom = (state: EditorState) => !state.selection.empty && !isWithinBlock(state)

/** What is selected goes as under a letter that is typed; the caret stands where that would. */
function roomFor({ tr }: EditorState): Transaction {
  tr.insertText(' ')
  return tr
    .delete(tr.selection.from - 1, tr.selection.from)
    .scrollIntoView()
    .setMeta(makesRoom, true)
}

/** As ProseMirror does with the letter of a key. Emoji, dictation and punctuation of input methods come without one. */
function insertText(view: EditorView, text: string): void {
  const { from, to } = view.state.selection
  const insertion = () => view.state.tr.insertText(text).scrollIntoView()
  if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, text, insertion)))
    view.dispatch(insertion())
}

/**
 * Tells of documents that are worth keeping: every one except those in the middle of a composition, whose interim
 * letters belong to the input method.
 */
export const compositions = (settled: (doc: Node) => void) =>
  Extension.create({
    name: 'compositions',
    addProseMirrorPlugins() {
      let begins = false
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              // The browser would take the blocks apart by itself, keep what stands around the first of them, or write
              // beside a picture that is selected.
              compositionstart(view) {
                if (view.composing || !needsRoom(view.state)) return
                begins = true
                view.dispatch(roomFor(view.state))
                begins = false
              },
              beforeinput(view, event) {
                if (view.composing || event.inputType !== 'insertText' || !event.data) return
                if (isWithinBlock(view.state)) return
                event.preventDefault()
                insertText(view, event.data)
              },
              compositionend(view) {
                setTimeout(() => {
                  if (!view.isDestroyed && !view.composing) settled(view.state.doc)
                }, closing)
              },
            },
          },
          view: () => ({
            update(view, before) {
              if (!view.composing && !begins && view.state.doc !== before.doc) settled(view.state.doc)
            },
          }),
        }),
      ]
    },
  })

/**
 * Takes over a caret that somebody has just moved: the browser tells of it some milliseconds later, and a transaction
 * in that time would put it back, so that the next key went to the wrong place.
 */
export const readCaret = (view: EditorView) =>
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))

/**
 * For what comes from elsewhere: runs `work` now, or once the composition that is going on has ended. Not at all when
 * the view goes first.
 */
export function outsideComposition(view: EditorView, work: () => void): void {
  if (view.isDestroyed) return
  if (!view.composing) {
    readCaret(view)
    return work()
  }
  const again = () => setTimeout(() => outsideComposition(view, work), closing)
  view.dom.addEventListener('compositionend', again, { once: true })
}
