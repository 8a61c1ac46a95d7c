import { Extension } from '@tiptap/core'
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { suggestionMarks } from '#shared/document/suggestion/suggestion.ts'

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

/** The threads that stand in a document. */
function threadsIn(doc: Node): Set<string> {
  const threads = new Set<string>()
  doc.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === 'comment') threads.add(mark.attrs.thread)
  })
  return threads
}

/**
 * What is copied is the text that is suggested, as plain text. What was cut takes its comments to where it is pasted;
 * a copy of it does not have them again.
 */
export const reviewClipboard = Extension.create({
  name: 'reviewClipboard',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          transformCopied: (slice) =>
            new Slice(
              mapNodes(slice.content, (node) => {
                if (node.isInline && node.marks.some(({ type }) => type.name === 'deletion')) return null
                return without(node, ({ type }) => suggestionMarks.has(type.name))
              }),
              slice.openStart,
              slice.openEnd,
            ),
          transformPasted(slice, view) {
            // Moving within the text takes everything along.
            if (view.dragging?.move) return slice
            const here = threadsIn(view.state.doc)
            const content = mapNodes(slice.content, (node) =>
              without(node, ({ type, attrs }) => type.name === 'comment' && here.has(attrs.thread)),
            )
            return new Slice(content, slice.openStart, slice.openEnd)
          },
        },
      }),
    ]
  },
})
