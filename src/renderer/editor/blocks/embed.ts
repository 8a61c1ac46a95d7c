import { Node } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type EmbedTarget, embedFacts, embedTarget } from '#shared/document/embed/providers.ts'
import type { BlockText } from '../block-text.ts'
import { insertBlock } from '../insert-block.ts'
import { nodeFields } from '../shared-fields.ts'
import { embedCard } from './embed-card.ts'

/** A video of another site. Its address, pasted alone into a line, becomes one. */
export const embed = (text: BlockText) =>
  Node.create({
    name: 'embed',
    // Before the paste of links.
    priority: 1000,
    ...nodeFields('embed'),
    renderHTML: ({ node }) => {
      const facts = embedFacts(node.attrs.provider, node.attrs.id)
      return [
        'figure',
        { class: 'embed' },
        ['a', { href: facts?.page ?? '' }, facts?.name ?? ''],
        ['figcaption', node.attrs.title],
      ]
    },
    addNodeView: () => embedCard(text),
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            handlePaste(view, event) {
              const address = event.clipboardData?.getData('text/plain').trim() ?? ''
              const target = embedTarget(address)
              return target !== null && pasteVideo(view, address, target)
            },
          },
        }),
      ]
    },
  })

/** The address first, then the video: undo gives the address back. */
function pasteVideo(view: EditorView, address: string, target: EmbedTarget): boolean {
  const { schema, selection } = view.state
  const { $from, empty } = selection
  const type = schema.nodes.embed
  const isEmptyLine = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  if (!type || !empty || !isEmptyLine) return false
  if (!$from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), type)) return false
  const start = $from.start()
  const link = schema.marks.link?.create({ href: address })
  view.dispatch(
    view.state.tr.insert(start, schema.text(address, link && [link])).setMeta('preventAutolink', true),
  )
  const tr = closeHistory(view.state.tr.delete(start, start + address.length))
  view.dispatch(insertBlock(tr, type.create({ ...target })).scrollIntoView())
  return true
}
