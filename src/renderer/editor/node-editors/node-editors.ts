import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin, PluginKey, Selection, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { BlockText } from '../block-text.ts'
import { createEmbedEditor } from './embed-editor.ts'
import { createFootnoteEditor } from './footnote-editor.ts'
import { createFormulaEditor } from './formula-editor.ts'
import type { CreateNodeEditor, EditedNode, NodeEditorPlace } from './node-editor.ts'
import { showPopover } from './popover.ts'

const kinds: Record<EditedNode, CreateNodeEditor> = {
  mathInline: createFormulaEditor('mathInline'),
  mathBlock: createFormulaEditor('mathBlock'),
  footnote: createFootnoteEditor,
  embed: createEmbedEditor,
}

/** Of nodes that are there, those that a press opens. */
const opened = new Set<string>(['mathInline', 'mathBlock', 'footnote'] satisfies EditedNode[])

/** Marks the node that is being edited; it follows the text. */
const key = new PluginKey<DecorationSet>('nodeEditors')
const tracked = (view: EditorView) => key.getState(view.state)?.find()[0]?.from

function track(view: EditorView, position: number | null): void {
  const { tr } = view.state
  if (position !== null) tr.setSelection(NodeSelection.create(tr.doc, position))
  view.dispatch(tr.setMeta(key, { position }))
}

const openers = new WeakMap<EditorView, (kind: EditedNode, position?: number) => void>()

/** Opens the editor of the node at `position`, or one that inserts such a node at the selection. */
export const openNodeEditor = (view: EditorView, kind: EditedNode, position?: number): void =>
  openers.get(view)?.(kind, position)

const isEdited = (name: string): name is EditedNode => opened.has(name)

/** Formulas and footnotes are edited in a small window next to them: Enter opens it, Enter and Escape lead back. */
export const nodeEditors = (text: BlockText) =>
  Extension.create({
    name: 'nodeEditors',
    // Before everything else that Enter does to a selected node.
    priority: 1000,
    addProseMirrorPlugins() {
      return [
        new Plugin<DecorationSet>({
          key,
          state: {
            init: () => DecorationSet.empty,
            apply(tr, before) {
              const change: { position: number | null } | undefined = tr.getMeta(key)
              if (!change) return before.map(tr.mapping, tr.doc)
              const node = change.position === null ? null : tr.doc.nodeAt(change.position)
              if (change.position === null || !node) return DecorationSet.empty
              const { position } = change
              return DecorationSet.create(tr.doc, [
                Decoration.node(position, position + node.nodeSize, { class: 'is-edited' }),
              ])
            },
          },
          props: {
            decorations: (state) => key.getState(state),
            handleClickOn(view, _position, node, nodePosition, event, direct) {
              if (!direct || event.button !== 0 || !isEdited(node.type.name)) return false
              openNodeEditor(view, node.type.name, nodePosition)
              return true
            },
            handleKeyDown(view, event) {
              const { selection } = view.state
              if (event.key !== 'Enter' || event.isComposing || !(selection instanceof NodeSelection))
                return false
              const { name } = selection.node.type
              if (!isEdited(name)) return false
              openNodeEditor(view, name, selection.from)
              return true
            },
          },
          view(view) {
            const desk = nodeEditorDesk(view, text)
            openers.set(view, desk.open)
            return { update: desk.update, destroy: desk.close }
          },
        }),
      ]
    },
  })

/** One editor at a time. */
function nodeEditorDesk(view: EditorView, text: BlockText) {
  let current: { close(): void; update(): void } | null = null

  function open(kind: EditedNode, position?: number) {
    current?.close()
    if (position !== undefined) track(view, position)
    const node = position === undefined ? undefined : (view.state.doc.nodeAt(position) ?? undefined)
    let isOpen = true

    const place: NodeEditorPlace = {
      view,
      text,
      node,
      position: () => (node ? tracked(view) : undefined),
      leave(side = 'after') {
        editor.write(true)
        const at = place.position()
        close()
        if (at !== undefined) caretBeside(view, at, side)
        view.focus()
      },
      cancel() {
        const at = place.position()
        close()
        if (at !== undefined) caretBeside(view, at, 'after')
        view.focus()
      },
    }
    const editor = kinds[kind](place)
    const anchor = {
      getBoundingClientRect() {
        const at = place.position()
        const dom = at === undefined ? null : view.nodeDOM(at)
        if (dom instanceof HTMLElement) return dom.getBoundingClientRect()
        const { left, right, top, bottom } = view.coordsAtPos(view.state.selection.to)
        return new DOMRect(left, top, right - left, bottom - top)
      },
      contextElement: view.dom,
    }
    const popover = showPopover(view.dom.parentElement ?? document.body, anchor, editor.label, editor.dom)

    const outside = (event: Event) => {
      if (event.target instanceof globalThis.Node && popover.dom.contains(event.target)) return
      editor.write(true)
      close()
    }
    popover.dom.addEventListener('focusout', (event) => {
      if (!isOpen || popover.dom.contains(document.activeElement)) return
      if (event.relatedTarget instanceof globalThis.Node) {
        if (!popover.dom.contains(event.relatedTarget)) outside(event)
      } else editor.write(false)
    })
    document.addEventListener('pointerdown', outside, true)

    function close() {
      if (!isOpen) return
      isOpen = false
      current = null
      document.removeEventListener('pointerdown', outside, true)
      editor.destroy?.()
      popover.close()
      if (node && !view.isDestroyed) track(view, null)
    }
    current = {
      close() {
        editor.write(true)
        close()
      },
      update() {
        if (!node) return
        const at = tracked(view)
        const now = at === undefined ? null : view.state.doc.nodeAt(at)
        if (now?.type === node.type) editor.update?.(now)
        else queueMicrotask(close)
      },
    }
    editor.focus()
  }

  return {
    open,
    update: () => current?.update(),
    close: () => current?.close(),
  }
}

function caretBeside(view: EditorView, position: number, side: 'before' | 'after') {
  const { doc, tr } = view.state
  const node = doc.nodeAt(position)
  if (!node) return
  const at = side === 'before' ? position : position + node.nodeSize
  const selection = node.isInline
    ? TextSelection.create(doc, at)
    : Selection.findFrom(doc.resolve(at), side === 'before' ? -1 : 1)
  if (selection) view.dispatch(tr.setSelection(selection).scrollIntoView())
}
