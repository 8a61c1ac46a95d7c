import './findings.css'
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Finding } from '#shared/contract/checks.ts'

interface FindingsState {
  findings: readonly Finding[]
  /** There are more than were listed. */
  cut: boolean
  marks: DecorationSet
  /** A check that is under way, with the edits since it began. */
  pending: { check: object; mapping: Mapping } | null
}

interface Result {
  check: object
  findings: readonly Finding[]
  cut: boolean
}

type Meta = { begin: object } | { end: Result }

const key = new PluginKey<FindingsState>('findings')
const none: FindingsState = { findings: [], cut: false, marks: DecorationSet.empty, pending: null }

export const findingsState = (state: EditorState): FindingsState => key.getState(state) ?? none

/** From now on edits are followed, so that what the check answers finds its places. */
export const beginCheck = (view: EditorView, check: object) =>
  view.dispatch(view.state.tr.setMeta(key, { begin: check } satisfies Meta))

/** Shows what the check found, unless another one began meanwhile. */
export const endCheck = (view: EditorView, result: Result) =>
  view.dispatch(view.state.tr.setMeta(key, { end: result } satisfies Meta))

/** Where a finding of the body stands now; null once its text is gone. */
export function placeOfFinding(state: EditorState, finding: Finding): { from: number; to: number } | null {
  const [mark] = findingsState(state).marks.find(undefined, undefined, (spec) => spec.finding === finding)
  return mark ? { from: mark.from, to: mark.to } : null
}

function marksOf(state: EditorState, findings: readonly Finding[], mapping: Mapping): DecorationSet {
  const marks = findings
    .filter(({ field, waived }) => field === 'body' && waived === null)
    .flatMap((finding) => {
      const from = mapping.map(finding.from, 1)
      const to = mapping.map(finding.to, -1)
      if (from >= to || to > state.doc.content.size) return []
      const attributes = { class: 'finding', 'data-rule': finding.rule }
      const isNode = finding.rule === 'missingAlt'
      const make = isNode ? Decoration.node : Decoration.inline
      return [make(from, to, attributes, { finding })]
    })
  return DecorationSet.create(state.doc, marks)
}

/** Squiggles under what the checks found. They move with the text until the next check. */
export const findings = Extension.create({
  name: 'findings',
  addProseMirrorPlugins() {
    return [
      new Plugin<FindingsState>({
        key,
        state: {
          init: () => none,
          apply(tr, before, _old, state) {
            const meta: Meta | undefined = tr.getMeta(key)
            if (meta && 'begin' in meta)
              return { ...before, pending: { check: meta.begin, mapping: new Mapping() } }
            if (meta) {
              const { check, findings, cut } = meta.end
              if (before.pending?.check !== check) return before
              return { findings, cut, marks: marksOf(state, findings, before.pending.mapping), pending: null }
            }
            if (!tr.docChanged) return before
            const pending = before.pending && {
              ...before.pending,
              mapping: new Mapping([...before.pending.mapping.maps, ...tr.mapping.maps]),
            }
            return { ...before, pending, marks: before.marks.map(tr.mapping, tr.doc) }
          },
        },
        props: { decorations: (state) => findingsState(state).marks },
      }),
    ]
  },
})
