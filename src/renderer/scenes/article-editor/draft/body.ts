import type { DocumentJson } from '#shared/document/document-json.ts'

/** The text editor, as the draft sees it. A body is known by the identity of an object that never changes. */
export interface Body {
  identity: object
  read(): DocumentJson
}

/** Brings another document into the text editor; `undoable`: as an edit of its own that can be undone. */
export type ShowBody = (doc: DocumentJson, undoable: boolean) => Body

export const bodyOf = (doc: DocumentJson): Body => ({ identity: doc, read: () => doc })
