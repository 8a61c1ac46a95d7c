import { Extension } from '@tiptap/core'
import { closeHistory, undo, undoDepth } from '@tiptap/pm/history'
import { DOMParser, type ResolvedPos, type Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { looksLikeMarkdown } from '#shared/markdown/looks-like-markdown.ts'
import { markdownHtml } from '#shared/markdown/markdown-html.ts'
import type { Transfers } from '../transfers/create-transfers.ts'
import { pastedHtml } from './pasted-html.ts'
import { pastedPicture } from './pasted-picture.ts'
import { plainSlice } from './plain-slice.ts'

export interface PasteOptions {
  /** Text was read as Markdown; `asText` puts it as it is instead. */
  markdownPasted: (asText: () => void) => void
  /** A command may not read the clipboard; the keys may. */
  clipboardClosed: () => void
  tooLarge: () => void
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    paste: {
      pastePlainText: () => ReturnType
      pasteMarkdown: () => ReturnType
    }
  }
}

/** Characters of HTML without pictures inside; what is larger is a job for the import, which works in the background. */
const largest = 8_000_000

/** Paste and drop from other programs: cleaned HTML, Markdown, plain text. */
export const paste = (transfers: Transfers, options: PasteOptions) => {
  const keepPicture = (address: string): string | null => {
    const picture = pastedPicture(address)
    if (picture) queueMicrotask(() => transfers.store(picture.id, picture.file))
    return picture?.id ?? null
  }
  const read = (html: string): string => {
    if (html.replace(/"data:[^"]*"/g, '').length <= largest) return pastedHtml(html, keepPicture)
    options.tooLarge()
    return ''
  }
  const markdownSlice = (text: string, view: EditorView, $context: ResolvedPos): Slice => {
    const body = document.implementation.createHTMLDocument('').body
    body.innerHTML = read(markdownHtml(text.replace(/^[\u3000\u00a0]+/gm, '')).html)
    return DOMParser.fromSchema(view.state.schema).parseSlice(body, { context: $context })
  }
  const insert = (view: EditorView, slice: Slice) =>
    view.dispatch(closeHistory(view.state.tr).replaceSelection(slice).scrollIntoView().setMeta('paste', true))

  const fromClipboard = (view: EditorView, slice: (text: string) => Slice) => {
    navigator.clipboard.readText().then((text) => {
      if (text !== '' && !view.isDestroyed) insert(view, slice(text))
      view.focus()
    }, options.clipboardClosed)
    return true
  }

  return Extension.create({
    name: 'pasteForeign',
    addCommands: () => ({
      pastePlainText:
        () =>
        ({ view }) =>
          fromClipboard(view, (text) => plainSlice(text, view.state.schema, view.state.selection.$from)),
      pasteMarkdown:
        () =>
        ({ view }) =>
          fromClipboard(view, (text) => markdownSlice(text, view, view.state.selection.$from)),
    }),
    addProseMirrorPlugins() {
      /** Markdown that is being pasted now. */
      let pasting: string | null = null
      return [
        new Plugin({
          props: {
            transformPastedHTML: read,
            clipboardTextParser(text, $context, plain, view) {
              if (plain || !looksLikeMarkdown(text)) return plainSlice(text, view.state.schema, $context)
              pasting = text
              return markdownSlice(text, view, $context)
            },
          },
          view: () => ({
            update(view, before) {
              const text = pasting
              if (text === null || view.state.doc === before.doc) return
              pasting = null
              const depth = undoDepth(view.state)
              options.markdownPasted(() => {
                // Whoever wrote on after the paste has taken it.
                if (view.isDestroyed || undoDepth(view.state) !== depth) return
                undo(view.state, view.dispatch)
                insert(view, plainSlice(text, view.state.schema, view.state.selection.$from))
                view.focus()
              })
            },
          }),
        }),
      ]
    },
  })
}
