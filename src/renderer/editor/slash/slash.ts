import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export interface SlashState {
  /** Where the stroke stands. */
  from: number
  /** What is written behind it. */
  query: string
}

const key = new PluginKey<SlashState | null>('slash')
const longest = 30
/** ProseMirror takes up the result of a composition a moment after it ended. */
const settling = 40

export const slashState = (state: EditorState): SlashState | null => key.getState(state) ?? null

export const closeSlash = (view: EditorView) => {
  if (slashState(view.state)) view.dispatch(view.state.tr.setMeta(key, { open: null }))
}

/** Keys that the open menu takes for itself. */
const keyHandlers = new WeakMap<EditorView, (event: KeyboardEvent) => boolean>()

export function handleSlashKeys(view: EditorView, handle: (event: KeyboardEvent) => boolean): () => void {
  keyHandlers.set(view, handle)
  return () => void keyHandlers.delete(view)
}

/** The stroke where it begins a command: `/` after white space, at the beginning of a line also what Chinese keyboards write. */
function beginsCommand({ doc, selection }: EditorState, at: number, stroke: string): boolean {
  const $at = doc.resolve(at)
  const { parent } = $at
  if (!selection.empty || !parent.isTextblock || parent.type.spec.code) return false
  if ($at.nodeAfter?.marks.some(({ type }) => type.spec.code)) return false
  const before = parent.textBetween(0, $at.parentOffset, undefined, '\ufffc')
  return stroke === '/' ? /(^|\s)$/.test(before) : /^[、／]$/.test(stroke) && before === ''
}

/** The menu that a stroke opened, as far as the text behind it still asks for one. */
function readOn(state: EditorState, from: number): SlashState | null {
  const { $head, empty } = state.selection
  if (!empty || !$head.parent.isTextblock || from < $head.start() || from >= $head.pos) return null
  const text = $head.parent.textBetween(from - $head.start(), $head.parentOffset, undefined, '\ufffc')
  return /^[/／、][^\s\ufffc]*$/.test(text) && text.length <= longest ? { from, query: text.slice(1) } : null
}

let choosing: Transaction | null = null

/**
 * Removes the stroke and what is written behind it, then does what was chosen; one undo brings the text back.
 */
export function chooseSlash(view: EditorView, run: () => void): void {
  const open = slashState(view.state)
  if (!open) return
  const tr = closeHistory(view.state.tr.delete(open.from, view.state.selection.head)).setMeta(key, {
    open: null,
  })
  view.dispatch(tr)
  choosing = tr
  try {
    run()
  } finally {
    choosing = null
  }
}

/** Knows where a slash command is being written. `SlashMenu` shows it. */
export const slash = Extension.create({
  name: 'slash',
  // Its keys come before those of lists and commands.
  priority: 1000,
  dispatchTransaction({ transaction, next }) {
    // What a chosen command does belongs to the removal of its name.
    if (choosing && transaction.docChanged) transaction.setMeta('appendedTransaction', choosing)
    next(transaction)
  },
  addProseMirrorPlugins() {
    let view: EditorView | undefined
    return [
      new Plugin<SlashState | null>({
        key,
        state: {
          init: () => null,
          apply(tr, before, _old, state) {
            const asked: { open: number | null } | undefined = tr.getMeta(key)
            if (asked) return asked.open === null ? null : readOn(state, asked.open)
            if (!before || (!tr.docChanged && !tr.selectionSet)) return before
            const from = tr.mapping.map(before.from)
            // Interim letters are no query.
            return view?.composing ? { from, query: before.query } : readOn(state, from)
          },
        },
        props: {
          handleTextInput(view, from, to, text) {
            if (view.composing || !/^[/／、]$/.test(text)) return false
            const tr = view.state.tr.insertText(text, from, to)
            // The caret of the page may be ahead of the editor's.
            tr.setSelection(TextSelection.create(tr.doc, from + 1))
            const next = view.state.apply(tr)
            if (!beginsCommand(next, from, text)) return false
            view.dispatch(tr.setMeta(key, { open: from }).scrollIntoView())
            return true
          },
          handleKeyDown(view, event) {
            if (event.isComposing || !slashState(view.state)) return false
            return keyHandlers.get(view)?.(event) ?? false
          },
          handleDOMEvents: {
            blur: (view) => void closeSlash(view),
            compositionend(view) {
              setTimeout(() => {
                if (view.isDestroyed || view.composing) return
                const { state } = view
                const { head } = state.selection
                const open = slashState(state)
                const stroke = head > 0 ? state.doc.textBetween(head - 1, head) : ''
                if (open) view.dispatch(state.tr.setMeta(key, { open: open.from }))
                else if (stroke && stroke !== '/' && beginsCommand(state, head - 1, stroke))
                  view.dispatch(state.tr.setMeta(key, { open: head - 1 }))
              }, settling)
            },
          },
        },
        view(created) {
          view = created
          return {}
        },
      }),
    ]
  },
})
