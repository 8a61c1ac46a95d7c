import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

const key = new PluginKey<boolean>('focusMode')

export function setFocusMode(view: EditorView, on: boolean): void {
  if (key.getState(view.state) !== on) view.dispatch(view.state.tr.setMeta(key, on))
}

/** Marks the block that is written in, so that the others can step back. */
export const focusMode = Extension.create({
  name: 'focusMode',
  addProseMirrorPlugins() {
    return [
      new Plugin<boolean>({
        key,
        state: {
          init: () => false,
          apply: (tr, on) => tr.getMeta(key) ?? on,
        },
        props: {
          attributes: (state): Record<string, string> =>
            key.getState(state) ? { class: 'is-focusing' } : {},
          decorations(state) {
            if (!key.getState(state)) return null
            const { $from, $to } = state.selection
            const blocks: Decoration[] = []
            const last = Math.max($to.indexAfter(0), $from.index(0) + 1)
            let position = $from.depth > 0 ? $from.before(1) : $from.pos
            for (let at = $from.index(0); at < last && at < state.doc.childCount; at++) {
              const size = state.doc.child(at).nodeSize
              blocks.push(Decoration.node(position, position + size, { class: 'is-written' }))
              position += size
            }
            return DecorationSet.create(state.doc, blocks)
          },
        },
      }),
    ]
  },
})
