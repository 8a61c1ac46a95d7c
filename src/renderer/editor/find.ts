import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

export interface Match {
  from: number
  to: number
}

export interface FindState {
  query: string
  matches: Match[]
  /** Index of the match that is shown; -1 without one. */
  active: number
}

const idle: FindState = { query: '', matches: [], active: -1 }
const key = new PluginKey<FindState>('find')

/** Every place of `query` in text blocks, upper and lower case alike. An inline leaf counts as one character. */
export function findMatches(doc: Node, query: string): Match[] {
  if (query === '') return []
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu')
  const matches: Match[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
    for (const { index, 0: found } of text.matchAll(pattern)) {
      const from = position + 1 + index
      matches.push({ from, to: from + found.length })
    }
    return false
  })
  return matches
}

const closest = (matches: Match[], position: number) => {
  const next = matches.findIndex((match) => match.from >= position)
  return next >= 0 ? next : matches.length - 1
}

export const findState = (state: EditorState): FindState => key.getState(state) ?? idle

const set = (view: EditorView, next: FindState) => view.dispatch(view.state.tr.setMeta(key, next))

function show(view: EditorView, next: FindState) {
  const match = next.matches[next.active]
  const { tr } = view.state
  if (match) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)).scrollIntoView()
  view.dispatch(tr.setMeta(key, next))
}

/** Searches from the caret on; '' ends the search. */
export function setFindQuery(view: EditorView, query: string): void {
  const matches = findMatches(view.state.doc, query)
  show(view, { query, matches, active: closest(matches, view.state.selection.from) })
}

export function stepFind(view: EditorView, by: 1 | -1): void {
  const { query, matches, active } = findState(view.state)
  if (matches.length === 0) return
  show(view, { query, matches, active: (active + by + matches.length) % matches.length })
}

/** Find in article: highlights, count, next and previous. Matches follow edits at once and are sought again in a pause. */
export const find = Extension.create({
  name: 'find',
  addProseMirrorPlugins() {
    return [
      new Plugin<FindState>({
        key,
        state: {
          init: () => idle,
          apply(tr, before) {
            const next: FindState | undefined = tr.getMeta(key)
            if (next) return next
            if (!tr.docChanged || before.query === '') return before
            const matches = before.matches
              .map(({ from, to }) => ({ from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1) }))
              .filter(({ from, to }) => from < to)
            return { ...before, matches, active: Math.min(before.active, matches.length - 1) }
          },
        },
        props: {
          decorations(state) {
            const { matches, active } = findState(state)
            if (matches.length === 0) return null
            const highlights = matches.map(({ from, to }, index) =>
              Decoration.inline(from, to, {
                class: index === active ? 'find-match is-active' : 'find-match',
              }),
            )
            return DecorationSet.create(state.doc, highlights)
          },
        },
        view() {
          let timer: ReturnType<typeof setTimeout> | undefined
          const refresh = (view: EditorView) => {
            const { query, active } = findState(view.state)
            if (query === '' || view.composing) return
            const matches = findMatches(view.state.doc, query)
            set(view, { query, matches, active: Math.min(Math.max(active, 0), matches.length - 1) })
          }
          return {
            update(view, before) {
              if (view.state.doc === before.doc || findState(view.state).query === '') return
              clearTimeout(timer)
              timer = setTimeout(() => refresh(view), 200)
            },
            destroy: () => clearTimeout(timer),
          }
        },
      }),
    ]
  },
})
