import './findings.css'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Finding } from '#shared/contract/checks.ts'

interface FindingsState {
  findings: readonly Finding[]
  /** The mark of each that has one, by the number that it keeps while it moves. */
  numbers: ReadonlyMap<Finding, number>
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
const none: FindingsState = {
  findings: [],
  numbers: new Map(),
  cut: false,
  marks: DecorationSet.empty,
  pending: null,
}

export const findingsState = (state: EditorState): FindingsState => key.getState(state) ?? none

/** From now on edits are followed, so that what the check answers finds its places. */
export const beginCheck = (view: EditorView, check: object) =>
  view.dispatch(view.state.tr.setMeta(key, { begin: check } satisfies Meta))

/** Shows what the check found, unless another one began meanwhile. */
export const endCheck = (view: EditorView, result: Result) =>
  view.dispatch(view.state.tr.setMeta(key, { end: result } satisfies Meta))

/** Where a finding of the body stands now; null once its text is gone. */
export function placeOfFinding(state: EditorState, finding: Finding): { from: number; to: number } | null {
  const { marks, numbers } = findingsState(state)
  const number = numbers.get(finding)
  if (number === undefined) return null
  const [mark] = marks.find(undefined, undefined, (spec) => spec.number === number)
  return mark ? { from: mark.from, to: mark.to } : null
}

let lastNumber = 0

/**
 * The marks of what was found. Those that stand already are left as they are: a check seldom finds much that the one
 * before did not, and the window draws again only what is new.
 */
function withMarks(
  before: DecorationSet,
  doc: Node,
  findings: readonly Finding[],
  mapping: Mapping,
): Pick<FindingsState, 'marks' | 'numbers'> {
  const standing = new Map<string, Decoration>(
    before.find().map((mark) => [`${mark.from} ${mark.to} ${mark.spec.rule}`, mark]),
  )
  const numbers = new Map<Finding, number>()
  const added: Decoration[] = []
  for (const finding of findings) {
    const { field, waived, rule } = finding
    const from = mapping.map(finding.from, 1)
    const to = mapping.map(finding.to, -1)
    if (field !== 'body' || waived !== null || from >= to || to > doc.content.size) continue
    const place = `${from} ${to} ${rule}`
    const known = standing.get(place)
    const number: number = known?.spec.number ?? ++lastNumber
    numbers.set(finding, number)
    if (known) {
      standing.delete(place)
      continue
    }
    const make = rule === 'missingAlt' ? Decoration.node : Decoration.inline
    added.push(make(from, to, { class: 'finding', 'data-rule': rule }, { number, rule }))
  }
  return { marks: before.remove([...standing.values()]).add(doc, added), numbers }
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
              const marks = withMarks(before.marks, state.doc, findings, before.pending.mapping)
              return { findings, cut, ...marks, pending: null }
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
