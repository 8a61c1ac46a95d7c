import { redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { outsideComposition } from '../compositions.ts'
import { noteTools } from './footnote-tools.ts'
import type { CreateNodeEditor } from './node-editor.ts'

/** What differs between two texts of a note, as a change of the first. */
function difference(before: Node, after: Node) {
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || !end) return null
  // Text that is equal before and after the change is found by both searches.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return { from: start, to: end.a + overlap, slice: after.slice(start, end.b + overlap) }
}

/**
 * The text of a note, in an editor of its own. Its changes go to the article as they are made, those of an input method
 * once it has settled; undo is the article's.
 */
export const createFootnoteEditor: CreateNodeEditor = ({ view, text, node, position, leave }) => {
  const dom = document.createElement('div')
  dom.className = 'footnote-editor'
  const { schema } = view.state
  let waits = false

  const send = () => {
    const at = position()
    const outer = at === undefined ? null : view.state.doc.nodeAt(at)
    const change = outer && difference(outer, inner.state.doc)
    if (at === undefined || !change) return
    view.dispatch(view.state.tr.replace(at + 1 + change.from, at + 1 + change.to, change.slice))
  }
  const ofArticle = (command: typeof undo) => () => {
    send()
    return command(view.state, view.dispatch)
  }

  const done = () => {
    leave()
    return true
  }

  const inner: EditorView = new EditorView(dom, {
    state: EditorState.create({
      doc: node ?? schema.nodes.footnote?.create(),
      plugins: [
        keymap({
          'Mod-z': ofArticle(undo),
          'Mod-y': ofArticle(redo),
          'Mod-Shift-z': ofArticle(redo),
          ...Object.fromEntries(['Enter', 'Mod-Enter', 'Escape'].map((name) => [name, done])),
        }),
      ],
    }),
    attributes: {
      class: 'footnote-editor-text',
      role: 'textbox',
      'aria-label': text('note.text'),
      'data-placeholder': text('note.text'),
    },
    dispatchTransaction(tr) {
      inner.updateState(inner.state.apply(tr))
      dom.classList.toggle('is-empty', inner.state.doc.content.size === 0)
      tools.refresh()
      if (!tr.docChanged || waits) return
      if (!inner.composing) return send()
      waits = true
      outsideComposition(inner, () => {
        waits = false
        send()
      })
    },
    handlePaste: (_view, event) => tools.paste(event.clipboardData?.getData('text/plain') ?? ''),
    handleKeyDown(_view, event) {
      // It closes this window, not what is around the text.
      if (event.key === 'Escape') event.stopPropagation()
      return tools.key(event)
    },
  })
  const tools = noteTools(inner, text, () => {
    const at = position()
    const outer = at === undefined ? null : view.state.doc.nodeAt(at)
    if (at !== undefined && outer) view.dispatch(view.state.tr.delete(at, at + outer.nodeSize))
    leave()
  })
  dom.append(tools.dom)
  dom.classList.toggle('is-empty', inner.state.doc.content.size === 0)

  return {
    dom,
    label: text('note.label'),
    focus: () => inner.focus(),
    write(isLast) {
      send()
      const at = position()
      const outer = at === undefined ? null : view.state.doc.nodeAt(at)
      // A number without a note says nothing.
      if (isLast && at !== undefined && outer?.content.size === 0)
        view.dispatch(view.state.tr.delete(at, at + outer.nodeSize))
    },
    update(outer) {
      if (inner.composing) return
      const change = difference(inner.state.doc, outer)
      if (change) inner.dispatch(inner.state.tr.replace(change.from, change.to, change.slice))
    },
    destroy: () => inner.destroy(),
  }
}
