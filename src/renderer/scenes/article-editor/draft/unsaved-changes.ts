import type { Article, ArticleContent } from '#shared/contract/articles.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { type Body, bodyOf, type ShowBody } from './body.ts'
import { contentOf, type Fields, fieldNames } from './content-fields.ts'
import { sameValue } from './same-value.ts'

/** What one save carries, and how to tell afterwards what came after it. */
export interface Sent {
  changes: Partial<ArticleContent>
  fields: Partial<Fields>
  body: object
}

/** What no core has acknowledged of one article, and the version that it is based on. */
export function createUnsavedChanges(article: Article) {
  let body = bodyOf(article.doc)
  let acknowledgedBody = body.identity
  let fields: Partial<Fields> = {}
  let baseVersion = article.version
  let base = contentOf(article)
  let showBody: ShowBody | null = null

  const changes = (): Partial<ArticleContent> => ({
    ...fields,
    ...(body.identity === acknowledgedBody ? {} : { doc: body.read() }),
  })

  return {
    exist: () => body.identity !== acknowledgedBody || Object.keys(fields).length > 0,
    changes,
    fields: () => fields,
    body: () => body,
    baseVersion: () => baseVersion,
    /** What the core is known to have had: what these changes were made on. */
    base: () => base,
    snapshot: (): Sent => ({ changes: changes(), fields, body: body.identity }),

    addFields(changed: Partial<Fields>) {
      fields = { ...fields, ...changed }
    },
    setBody(next: Body) {
      body = next
    },
    /** The body that shows a document: in the text editor where there is one. */
    bodyWith: (doc: DocumentJson, undoable: boolean): Body =>
      showBody ? showBody(doc, undoable) : bodyOf(doc),
    rebase(version: number) {
      baseVersion = version
    },
    /** What was changed while it was on its way stays unsaved. */
    acknowledge(sent: Sent, version: number) {
      baseVersion = version
      base = { ...base, ...sent.changes }
      acknowledgedBody = sent.body
      fields = Object.fromEntries(
        Object.entries(fields).filter(([name, value]) => sent.fields[name as keyof Fields] !== value),
      )
    },
    /** Gives up everything for what is stored. */
    replaceBy(stored: Article, undoable = false) {
      fields = {}
      baseVersion = stored.version
      base = contentOf(stored)
      if (!showBody) body = bodyOf(stored.doc)
      else if (!sameValue(body.read(), stored.doc)) body = showBody(stored.doc, undoable)
      acknowledgedBody = body.identity
    },
    /** Makes all that differs from what is stored a change on top of it. */
    putOver(stored: Article, mine: Fields) {
      fields = Object.fromEntries(
        fieldNames.filter((name) => !sameValue(mine[name], stored[name])).map((name) => [name, mine[name]]),
      )
      if (sameValue(body.read(), stored.doc)) acknowledgedBody = body.identity
      else if (acknowledgedBody === body.identity) acknowledgedBody = {}
      baseVersion = stored.version
      base = contentOf(stored)
    },
    /** Lets the text editor stand in for the document; answers how it leaves. */
    attachBody(shown: Body, show: ShowBody) {
      if (body.identity === acknowledgedBody) acknowledgedBody = shown.identity
      body = shown
      showBody = show
      return () => {
        // The editor goes; what it held stays readable.
        const json = body.read()
        body = { identity: body.identity, read: () => json }
        showBody = null
      }
    },
  }
}
