import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { longestHighlighted } from '#shared/document/code-block/languages.ts'
import { outsideComposition } from './compositions.ts'

type Highlighter = typeof import('./highlighter.ts')

interface Highlighting {
  words: DecorationSet
  /** Blocks whose words are those of their text; others are waiting for a pause. */
  done: ReadonlySet<Node>
}

interface Block {
  node: Node
  position: number
}

/** Longer blocks are coloured in a pause: their words follow the text meanwhile. */
const atOnce = 3000

const key = new PluginKey<Highlighting>('codeHighlighting')
let highlighter: Highlighter | undefined

const hasWords = ({ type, attrs }: Node) => type.spec.code === true && typeof attrs.language === 'string'

/** Code blocks that another document does not have alike. */
function changedBlocks(doc: Node, before: Node): Block[] {
  const start = doc.content.findDiffStart(before.content)
  const end = doc.content.findDiffEnd(before.content)
  const blocks: Block[] = []
  if (start === null || !end) return blocks
  doc.nodesBetween(
    Math.min(start, end.a),
    Math.min(Math.max(start, end.a), doc.content.size),
    (node, position) => {
      if (node.type.spec.code) blocks.push({ node, position })
      return !node.isTextblock
    },
  )
  return blocks
}

/** Puts the words of one block in the place of its earlier ones, leaving those that are the same. */
function withWords(set: DecorationSet, doc: Node, { node, position }: Block, { codeWords }: Highlighter) {
  const start = position + 1
  const isShort = node.content.size <= longestHighlighted
  const words = hasWords(node) && isShort ? codeWords(node.textContent, node.attrs.language) : []
  const wanted = new Map(
    words.map((word) => [`${start + word.from} ${start + word.to} ${word.className}`, word]),
  )
  const gone = set
    .find(start, start + node.content.size)
    .filter(({ from, to, spec }) => !wanted.delete(`${from} ${to} ${spec.className}`))
  const added = [...wanted.values()].map(({ from, to, className }) =>
    Decoration.inline(start + from, start + to, { class: className }, { className }),
  )
  return set.remove(gone).add(doc, added)
}

/** Colours the words of code. The highlighter is loaded with the first code that names its language. */
export const codeHighlighting = () =>
  new Plugin<Highlighting>({
    key,
    state: {
      init: () => ({ words: DecorationSet.empty, done: new Set() }),
      apply(tr, before, old) {
        const waited: Block[] | undefined = tr.getMeta(key)
        if (!tr.docChanged && !waited) return before
        let words = before.words.map(tr.mapping, tr.doc)
        const changed = changedBlocks(tr.doc, old.doc)
        const gone = changedBlocks(old.doc, tr.doc)
        if (changed.length + gone.length === 0 && !waited) return { words, done: before.done }
        const done = new Set(before.done)
        for (const { node } of [...gone, ...changed]) done.delete(node)
        // A word under an input method keeps its element until it is settled.
        const isInterim = tr.getMeta('composition') !== undefined
        const short = isInterim ? [] : changed.filter(({ node }) => node.content.size <= atOnce)
        if (highlighter)
          for (const block of waited ?? short) {
            words = withWords(words, tr.doc, block, highlighter)
            done.add(block.node)
          }
        return { words, done }
      },
    },
    props: { decorations: (state) => key.getState(state)?.words },
    view(view) {
      let asked = 0
      const work = (deadline: IdleDeadline) => {
        asked = 0
        outsideComposition(view, () => {
          const done = key.getState(view.state)?.done
          const waiting: Block[] = []
          view.state.doc.descendants((node, position) => {
            if (hasWords(node) && !done?.has(node)) waiting.push({ node, position })
            return !node.isTextblock
          })
          if (waiting.length === 0) return
          if (!highlighter) return void load()
          // As many as fit into the pause: colouring goes with their length.
          let room = Math.max(deadline.timeRemaining(), 4) * 500
          const now = waiting.filter(({ node }, index) => {
            room -= node.content.size
            return index === 0 || room > 0
          })
          view.dispatch(view.state.tr.setMeta(key, now))
          if (now.length < waiting.length) ask()
        })
      }
      const load = async () => {
        highlighter ??= await import('./highlighter.ts')
        if (!view.isDestroyed) ask()
      }
      const ask = () => {
        asked ||= requestIdleCallback(work, { timeout: 500 })
      }
      ask()
      return {
        update(updated: EditorView, before) {
          const { doc } = updated.state
          if (doc === before.doc) return
          const done = key.getState(updated.state)?.done
          if (changedBlocks(doc, before.doc).some(({ node }) => hasWords(node) && !done?.has(node))) ask()
        },
        destroy: () => cancelIdleCallback(asked),
      }
    },
  })
