import type { Extensions } from '@tiptap/core'
import { Dropcursor, Gapcursor, Selection, UndoRedo } from '@tiptap/extensions'
import type { Node } from '@tiptap/pm/model'
import type { BlockText } from './block-text.ts'
import { callout } from './blocks/callout.ts'
import { type DetailsLabels, detailsExtensions } from './blocks/details.ts'
import { embed } from './blocks/embed.ts'
import { footnote } from './blocks/footnote.ts'
import { gallery } from './blocks/gallery.ts'
import { mathExtensions } from './blocks/math.ts'
import { type PullQuoteLabels, pullQuote } from './blocks/pull-quote.ts'
import { tableExtensions } from './blocks/table.ts'
import { caretBeforeKeys } from './caret-before-keys.ts'
import { caretBlock } from './caret-block.ts'
import { type CodeBlockLabels, codeBlock } from './code-block.ts'
import { commandKeys } from './command-keys.ts'
import type { EditorSurroundings } from './commands/command.ts'
import { compositions } from './compositions.ts'
import { enterOverBlocks } from './enter-over-blocks.ts'
import { find } from './find.ts'
import { findings } from './findings.ts'
import { focusMode } from './focus-mode.ts'
import { type ImageLabels, image } from './image.ts'
import { markExtensions } from './marks.ts'
import { nodeEditors } from './node-editors/node-editors.ts'
import { nodeExtensions } from './nodes.ts'
import { type PasteOptions, paste } from './paste/paste.ts'
import { placeholder } from './placeholder.ts'
import { pendingComment } from './review/pending-comment.ts'
import { reviewClipboard } from './review/review-clipboard.ts'
import { suggestionMode } from './review/suggestion-mode.ts'
import { slash } from './slash/slash.ts'
import type { Transfers } from './transfers/create-transfers.ts'
import type { TransferLabels } from './transfers/transfer-box.ts'
import { transfersExtension } from './transfers/transfers.ts'
import type { SmartTypingOptions } from './typing/smart-text.ts'
import { smartTyping } from './typing/smart-typing.ts'
import { type UploadOptions, uploads } from './uploads.ts'

export interface EditorParts {
  labels: {
    placeholder: () => string
    taskDone: () => string
    details: DetailsLabels
    pullQuote: PullQuoteLabels
    codeBlock: CodeBlockLabels
    image: ImageLabels
    rich: BlockText
  }
  mediaUrl: (id: string) => string
  uploads: UploadOptions
  pictures: { transfers: Transfers; labels: TransferLabels }
  paste: PasteOptions
  around: EditorSurroundings
  /** How the editor wants Chinese text to be typed, asked at every key. */
  writing: () => SmartTypingOptions
  /** The document after a change that is worth keeping; see `compositions`. */
  settled: (doc: Node) => void
}

/** The nodes and marks alone: their schema equals the shared one. */
export const schemaExtensions = (
  parts: Pick<EditorParts, 'labels' | 'mediaUrl'> & Partial<Pick<EditorParts, 'pictures'>>,
): Extensions => [
  ...nodeExtensions(parts.labels),
  codeBlock(parts.labels.codeBlock),
  image({ labels: parts.labels.image, mediaUrl: parts.mediaUrl, pictures: parts.pictures }),
  gallery,
  pullQuote(parts.labels.pullQuote),
  callout,
  ...detailsExtensions(parts.labels.details),
  ...tableExtensions,
  embed(parts.labels.rich),
  ...mathExtensions(parts.labels.rich),
  footnote,
  ...markExtensions,
]

/** With Caps Lock, ProseMirror takes Shift-Mod-z for Mod-z where nothing redoes: it is undone no further. */
const history = UndoRedo.extend({
  addKeyboardShortcuts() {
    return { ...this.parent?.(), 'Shift-Mod-z': () => this.editor.commands.redo() || true }
  },
})

export const createExtensions = (parts: EditorParts): Extensions => [
  ...schemaExtensions(parts),
  caretBeforeKeys,
  caretBlock,
  enterOverBlocks,
  history.configure({ depth: 500 }),
  Dropcursor.configure({ width: 2, class: 'drop-cursor' }),
  Gapcursor,
  Selection.configure({ className: 'kept-selection' }),
  placeholder(parts.labels.placeholder),
  find,
  findings,
  nodeEditors(parts.labels.rich),
  focusMode,
  slash,
  smartTyping(parts.writing),
  commandKeys(parts.around),
  uploads(parts.uploads),
  transfersExtension(parts.pictures.transfers),
  paste(parts.pictures.transfers, parts.paste),
  suggestionMode,
  pendingComment,
  reviewClipboard,
  compositions(parts.settled),
]
