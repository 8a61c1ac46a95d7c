import { Extension } from '@tiptap/core'
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { suggestionMarks } from '#shared/document/suggestion/suggestion.ts'
import { isStruckOut } from './is-struck-out.ts'

function mapNodes(fragment: Fragment, change: (node: Node) => Node | null): Fragment {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    const next = change(node)
    if (next) nodes.push(next.isLeaf ? next : next.copy(mapNodes(next.content, change)))
  })
  return Fragment.from(nodes)
}

const without = (node: Node, drop: (mark: Mark) => boolean): Node =>
  node.marks.some(drop) ? node.mark(node.marks.filter((mark) => !drop(mark))) : node

/** The words under each thread of comments, without those that somebody wants deleted. */
function threadWords(content: Fragment): Map<string, string> {
  const words = new Map<string, string>()
  content.descendants((node) => {
    if (isStruckOut(node)) return false
    for (const { type, attrs } of node.marks)
      if (type.name === 'comment')
        words.set(attrs.thread, (words.get(attrs.thread) ?? '') + (node.text ?? node.type.name))
    return true
  })
  return words
}

/**
 * What is copied is the text that is suggested, as plain text. What was cut takes its comments to where it is pasted,
 * also where it is a part of the words of a thread; a copy of it does not have them again.
 */
export const reviewClipboard = Extension.create({
  name: 'reviewClipboard',
  addProseMirrorPlugins() {
    let wasCut = false
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            copy() {
              wasCut = false
            },
            cut() {
              wasCut = true
            },
          },
          transformCopied: (slice) =>
            new Slice(
              mapNodes(slice.content, (node) => {
                if (node.isInline && isStruckOut(node)) return null
                return without(node, ({ type }) => suggestionMarks.has(type.name))
              }),
              slice.openStart,
              slice.openEnd,
            ),
          transformPasted(slice, view) {
            // Moving within the text takes everything along.
            if (view.dragging?.move) return slice
            const here = threadWords(view.state.doc.content)
            const pasted = threadWords(slice.content)
            // What was cut stands here again after an undo, or once it has been pasted.
            const stands = (thread: string) => {
              const words = here.get(thread)
              return words !== undefined && (!wasCut || words.includes(pasted.get(thread) ?? ''))
            }
            const content = mapNodes(slice.content, (node) =>
              without(node, ({ type, attrs }) => type.name === 'comment' && stands(attrs.thread)),
            )
            return new Slice(content, slice.openStart, slice.openEnd)
          },
        },
      }),
    ]
  },
})
