import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Mapping, RemoveMarkStep, type Step, StepMap } from '@tiptap/pm/transform'
import { type Change, changedRanges } from './changed-ranges.ts'
import { createSuggester, type Tracking } from './suggester.ts'
import { isWithinOwn, trackJoin, trackSplit, trackWholeBlocks, widened } from './track-blocks.ts'
import { reformedBlock, trackBlockForm, trackMarks } from './track-forms.ts'
import { isTextChange, trackText } from './track-text.ts'

/** What was done to a document, from before a composition on where there was one. */
export interface Edits {
  before: Node
  /** The caret before it, where nothing was selected. */
  caret: number | null
  steps: readonly { step: Step; doc: Node }[]
}

/**
 * Turns edits into suggestions: what was deleted comes back with a mark, what was inserted gets one, what was given
 * another form remembers the one before. Undoing all of them gives the document before, carrying them out the one
 * after. What has no form of its own (items lifted out of lists, rows of tables) is suggested as a whole: the blocks
 * before struck out, the blocks after inserted.
 */
export function trackChanges(edits: Edits, state: EditorState, author: string): Transaction | null {
  const { before, caret, steps } = edits
  const by = createSuggester(state.schema, author)
  const tr = state.tr
  const forms = steps.map(({ step, doc }) => reformedBlock(step, doc, by))
  // A block that remembers its former form stays where it is; one that cannot is another block.
  const maps = steps.map(({ step }, index) => {
    const form = forms[index]
    if (!form) {
      const rest = new Mapping(steps.slice(index + 1).map((later) => later.step.getMap()))
      return withoutRoom(step, rest, state.doc) ?? step.getMap()
    }
    return form.remembers ? StepMap.empty : new StepMap([form.position, form.size, form.size])
  })

  for (const [index, { step, doc }] of steps.entries()) {
    const rest = new Mapping(maps.slice(index + 1))
    const form = forms[index]
    if (!form?.remembers) {
      trackMarks(tr, step, doc, rest, by)
      continue
    }
    const former = doc.nodeAt(form.position)
    const place = rest.mapResult(form.position, 1)
    if (former && !place.deleted) trackBlockForm(tr, place.pos, former, by)
  }

  const tracking: Tracking = { before, after: state.doc, tr, by, caret, state }
  let changes = changedRanges(maps)
  for (let index = 0; index < changes.length; index++) {
    if (hasOwnForm(tracking, changes[index] as Change)) continue
    changes = widened(changes, index, before, state.doc)
    index = -1
  }
  for (const change of changes.reverse()) {
    if (isOwnChange(tracking, change)) continue
    if (isTextChange(tracking, change)) trackText(tracking, change)
    else
      void (trackSplit(tracking, change) || trackJoin(tracking, change) || trackWholeBlocks(tracking, change))
  }
  return tr.docChanged ? tr : null
}

/** Text that loses a mark because the block that it comes to, code, has no room for it is other text. */
function withoutRoom(step: Step, rest: Mapping, after: Node): StepMap | null {
  if (!(step instanceof RemoveMarkStep)) return null
  const { parent } = after.resolve(rest.map(step.from, 1))
  if (!parent.inlineContent || parent.type.allowsMarkType(step.mark.type)) return null
  const size = step.to - step.from
  return new StepMap([step.from, size, size])
}

const isOwnChange = ({ before, after, by }: Tracking, { fromA, toA, fromB, toB }: Change) =>
  isWithinOwn(before, fromA, toA, by) && isWithinOwn(after, fromB, toB, by)

/** Tried on a transaction that is thrown away. */
function hasOwnForm(tracking: Tracking, change: Change): boolean {
  if (isOwnChange(tracking, change) || isTextChange(tracking, change)) return true
  const trial = { ...tracking, tr: tracking.state.tr }
  return trackSplit(trial, change) || trackJoin(trial, change) || trackWholeBlocks(trial, change)
}
