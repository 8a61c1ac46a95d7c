import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { findInDocument, type TextMatch } from '#shared/document/find/find-in-document.ts'
import { replaceMatches } from '#shared/document/find/replace-matches.ts'
import { type FindQuery, noQuery } from './find-query.ts'
import { isStruckOut } from './review/is-struck-out.ts'
import { suggestingAs } from './review/suggestion-mode.ts'

export interface FindState extends FindQuery {
  matches: TextMatch[]
  /** Index of the match that is shown; -1 without one. */
  active: number
  highlights: DecorationSet
}

const idle: FindState = {
  ...noQuery,
  matches: [],
  active: -1,
  highlights: DecorationSet.empty,
}
const key = new PluginKey<FindState>('find')
/** Matches beyond these are counted, replaced and gone to, but not marked. */
const mostHighlights = 2_000

export const findState = (state: EditorState): FindState => key.getState(state) ?? idle

function highlightsOf(doc: Node, matches: readonly TextMatch[], active: number): DecorationSet {
  const shown = matches.length <= mostHighlights ? matches : matches.slice(active, active + mostHighlights)
  return DecorationSet.create(
    doc,
    shown.map((match) =>
      Decoration.inline(match.from, match.to, {
        class: match === matches[active] ? 'find-match is-active' : 'find-match',
      }),
    ),
  )
}

function isPartStruckOut(doc: Node, { from, to }: TextMatch): boolean {
  let found = false
  doc.nodesBetween(from, to, (node) => {
    found ||= isStruckOut(node)
  })
  return found
}

/** While suggesting, what is replaced stays in the text, struck out: it is not to be replaced again. */
function search(state: EditorState, { query, options, replacement }: FindQuery, doc = state.doc) {
  const matches = findInDocument(doc, query, options, replacement)
  return suggestingAs(state) === null ? matches : matches.filter((match) => !isPartStruckOut(doc, match))
}

const closest = (matches: readonly TextMatch[], position: number) => {
  const next = matches.findIndex((match) => match.from >= position)
  return next >= 0 ? next : matches.length - 1
}

const withState = (tr: Transaction, state: Omit<FindState, 'highlights'>) =>
  tr.setMeta(key, { ...state, highlights: highlightsOf(tr.doc, state.matches, state.active) })

function show(view: EditorView, state: Omit<FindState, 'highlights'>, tr = view.state.tr) {
  const match = state.matches[state.active]
  if (match) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)).scrollIntoView()
  view.dispatch(withState(tr, state))
}

/** Searches from the caret on; an empty query ends the search. */
export function setFindQuery(view: EditorView, query: FindQuery): void {
  const matches = search(view.state, query)
  show(view, { ...query, matches, active: closest(matches, view.state.selection.from) })
}

export function stepFind(view: EditorView, by: 1 | -1): void {
  const { matches, active, ...query } = findState(view.state)
  if (matches.length === 0) return
  show(view, { ...query, matches, active: (active + by + matches.length) % matches.length })
}

/** Replaces the match that is shown and goes on to the next one. */
export function replaceActive(view: EditorView): void {
  const { matches, active, ...query } = findState(view.state)
  const match = matches[active]
  if (!match) return
  const { tr } = view.state
  replaceMatches(tr, [match])
  const after = search(view.state, query, tr.doc)
  show(view, { ...query, matches: after, active: closest(after, match.from + match.replacement.length) }, tr)
}

/** Replaces every match in one step of the history; answers how many there were. */
export function replaceAll(view: EditorView): number {
  const { matches, active: _, ...query } = findState(view.state)
  if (matches.length === 0) return 0
  const { tr } = view.state
  replaceMatches(tr, matches)
  const after = search(view.state, query, tr.doc)
  view.dispatch(withState(tr, { ...query, matches: after, active: after.length > 0 ? 0 : -1 }))
  return matches.length
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
            if (!tr.docChanged || before.matches.length === 0) return before
            const matches = before.matches
              .map((match) => ({
                ...match,
                from: tr.mapping.map(match.from, 1),
                to: tr.mapping.map(match.to, -1),
              }))
              .filter(({ from, to }) => from < to)
            return {
              ...before,
              matches,
              active: Math.min(before.active, matches.length - 1),
              highlights: before.highlights.map(tr.mapping, tr.doc),
            }
          },
        },
        props: { decorations: (state) => findState(state).highlights },
        view() {
          let timer: ReturnType<typeof setTimeout> | undefined
          const refresh = (view: EditorView) => {
            const { active, matches: _, ...query } = findState(view.state)
            if (query.query === '' || view.composing) return
            const matches = search(view.state, query)
            const near = Math.min(Math.max(active, 0), matches.length - 1)
            view.dispatch(withState(view.state.tr, { ...query, matches, active: near }))
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
