import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Media } from '#shared/contract/media.ts'
import { outsideComposition } from '../compositions.ts'
import type { Transfers } from './create-transfers.ts'

/** The address of a picture that is not in the library; null for any other node. */
const remoteSource = (node: Node): string | null =>
  node.type.name === 'image' && !node.attrs.media && typeof node.attrs.source === 'string'
    ? node.attrs.source
    : null

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    transfers: {
      /** Fetches every picture of the article that is on another site. */
      fetchPictures: () => ReturnType
    }
  }
}

/** Brings the pictures of what is pasted or dropped into the library, and finished ones into the text. */
export const transfersExtension = (transfers: Transfers) =>
  Extension.create({
    name: 'transfers',
    // Views of plugins begin again whenever a plugin joins; the text leaves only with its editor.
    onDestroy: transfers.leave,
    addCommands: () => ({
      fetchPictures:
        () =>
        ({ state }) => {
          transfers.start(remotePictures(state.doc))
          return true
        },
    }),
    addProseMirrorPlugins() {
      return [
        new Plugin({
          appendTransaction(transactions, _before, state) {
            const pasted = transactions.filter(isForeign)
            if (pasted.length > 0) {
              const sources = new Set(pasted.flatMap((tr) => insertedSources(tr, state.doc)))
              // A transaction is no place to start things from.
              if (sources.size > 0) queueMicrotask(() => transfers.start(sources))
            }
            return null
          },
          view(view) {
            transfers.onArrived((key, media) => outsideComposition(view, () => place(view, key, media)))
            return {}
          },
        }),
      ]
    },
  })

const isForeign = (tr: Transaction): boolean =>
  tr.docChanged && (tr.getMeta('paste') === true || /^(paste|drop)$/.test(tr.getMeta('uiEvent') ?? ''))

function insertedSources(tr: Transaction, doc: Node): string[] {
  const sources: string[] = []
  for (const [index, map] of tr.mapping.maps.entries()) {
    map.forEach((_from, _to, start, end) => {
      const rest = tr.mapping.slice(index + 1)
      const from = Math.min(rest.map(start, -1), doc.content.size)
      const to = Math.min(rest.map(end, 1), doc.content.size)
      doc.nodesBetween(from, to, (node) => {
        const source = remoteSource(node)
        if (source) sources.push(source)
      })
    })
  }
  return sources
}

/** Every node that waits for this picture gets it. It is no step of its own in the history: the paste was one. */
function place(view: EditorView, key: string, { id, width, height }: Media): void {
  if (view.isDestroyed) return
  const { tr } = view.state
  tr.doc.descendants((node, position) => {
    const waits = remoteSource(node) === key || (node.type.name === 'image' && node.attrs.media === key)
    if (!waits) return
    tr.setNodeMarkup(position, undefined, {
      ...node.attrs,
      media: id,
      source: null,
      width: node.attrs.media ? (node.attrs.width ?? width) : width,
      height: node.attrs.media ? (node.attrs.height ?? height) : height,
    })
  })
  if (tr.docChanged) view.dispatch(tr.setMeta('addToHistory', false))
}

/** Addresses of all pictures that are not in the library. */
export function remotePictures(doc: Node): Set<string> {
  const sources = new Set<string>()
  doc.descendants((node) => {
    const source = remoteSource(node)
    if (source) sources.add(source)
  })
  return sources
}
