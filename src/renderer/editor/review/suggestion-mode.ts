import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { makesRoom, readCaret } from '../compositions.ts'
import { changedRanges } from './changed-ranges.ts'
import { type Edits, trackChanges } from './track-changes.ts'

/** Id of the person whose edits become suggestions; null while edits are edits. */
const key = new PluginKey<string | null>('suggestionMode')

/** Set on a transaction whose changes are no suggestions, whatever the mode. */
export const untracked = 'galley.untracked'

/** Before the editor takes a composition to be over; see `compositions`. */
const closing = 25

export const suggestingAs = (state: EditorState): string | null => key.getState(state) ?? null

export const suggestAs = (view: EditorView, person: string | null) =>
  view.dispatch(view.state.tr.setMeta(key, { person }))

const isEdit = (tr: Transaction) =>
  tr.docChanged && !tr.getMeta(untracked) && !tr.getMeta('history$') && tr.getMeta('addToHistory') !== false

const caretOf = ({ selection }: EditorState) => (selection.empty ? selection.from : null)
const stepsOf = (transactions: readonly Transaction[]) =>
  transactions.flatMap((tr) => tr.steps.map((step, index) => ({ step, doc: tr.docs[index] ?? tr.before })))

/** Text that is typed inside of what somebody wants deleted is not to be deleted with it. */
function freed(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  const { tr, schema } = state
  const deletion = schema.marks.deletion
  for (const { fromB, toB } of changedRanges(
    transactions.flatMap(({ steps }) => steps.map((step) => step.getMap())),
  ))
    if (deletion && fromB < toB && state.doc.rangeHasMark(fromB, toB, deletion))
      tr.removeMark(fromB, toB, deletion)
  return tr.docChanged ? tr : null
}

const isTyped = (tr: Transaction) => !tr.getMeta('uiEvent') && !tr.getMeta('paste')

/**
 * While it is on, what is written, deleted and formatted is suggested. A composition is left alone until it has ended:
 * nothing in the text around it moves.
 */
export const suggestionMode = Extension.create({
  name: 'suggestionMode',
  addProseMirrorPlugins() {
    let view: EditorView | null = null
    let composed:
      | (Edits & { steps: { step: Edits['steps'][number]['step']; doc: Edits['before'] }[] })
      | null = null

    function settle(state: EditorState, author: string | null): Transaction | null {
      const edits = composed
      composed = null
      return edits && author !== null ? trackChanges(edits, state, author) : null
    }

    return [
      new Plugin<string | null>({
        key,
        state: {
          init: () => null,
          apply(tr, person) {
            const change: { person: string | null } | undefined = tr.getMeta(key)
            return change ? change.person : person
          },
        },
        appendTransaction(transactions, before, state) {
          const edits = transactions.filter(isEdit)
          const author = suggestingAs(before)
          if (edits.length === 0) return null
          const goesOn = view?.composing || edits.some((tr) => tr.getMeta(makesRoom))
          if (author === null) return goesOn || !edits.every(isTyped) ? null : freed(edits, state)
          const steps = stepsOf(transactions)
          if (composed) composed.steps.push(...steps)
          else composed = { before: before.doc, caret: caretOf(before), steps }
          return goesOn ? null : settle(state, author)
        },
        props: {
          handleDOMEvents: {
            compositionend(of) {
              setTimeout(() => {
                if (of.isDestroyed || of.composing || !composed) return
                readCaret(of)
                const tr = settle(of.state, suggestingAs(of.state))
                // One step of undo with the composition.
                if (tr) of.dispatch(tr.setMeta(untracked, true).setMeta('appendedTransaction', of.state.tr))
              }, closing)
            },
          },
        },
        view(of) {
          view = of
          return {
            destroy: () => {
              view = null
            },
          }
        },
      }),
    ]
  },
})
