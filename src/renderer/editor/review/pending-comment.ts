import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Place } from './marked-places.ts'

const key = new PluginKey<Place | null>('pendingComment')

/** The words that a comment is being written on; they stay shown, and follow edits, until it is sent or given up. */
export const pendingComment = Extension.create({
  name: 'pendingComment',
  addProseMirrorPlugins() {
    return [
      new Plugin<Place | null>({
        key,
        state: {
          init: () => null,
          apply(tr, place) {
            const change: { place: Place | null } | undefined = tr.getMeta(key)
            if (change) return change.place
            if (!place || !tr.docChanged) return place
            const mapped = { from: tr.mapping.map(place.from, 1), to: tr.mapping.map(place.to, -1) }
            return mapped.from < mapped.to ? mapped : null
          },
        },
        props: {
          decorations(state) {
            const place = key.getState(state)
            if (!place) return null
            return DecorationSet.create(state.doc, [
              Decoration.inline(place.from, place.to, { class: 'pending-comment' }),
            ])
          },
        },
      }),
    ]
  },
})

export const pendingPlace = (state: EditorState): Place | null => key.getState(state) ?? null

export const setPendingPlace = (view: EditorView, place: Place | null) =>
  view.dispatch(view.state.tr.setMeta(key, { place }))

/** The selection, or without one the text block of the caret; null where there are no words. */
export function placeForComment({ selection, doc }: EditorState): Place | null {
  const { $from } = selection
  const place = selection.empty
    ? { from: $from.start(), to: $from.end() }
    : { from: selection.from, to: selection.to }
  return doc.textBetween(place.from, place.to).trim() === '' ? null : place
}
