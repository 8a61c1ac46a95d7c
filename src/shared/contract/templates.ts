import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { DocumentJson } from '../document/document-json.ts'
import { SnippetId, TemplateId } from '../model/ids.ts'
import { Article, ArticleContent } from './articles.ts'
import { base, Timestamp } from './base.ts'

/** What an article takes from its template: all but its address, its time and its views. */
export const TemplateContent = ArticleContent.omit({
  slug: true,
  slugIsAutomatic: true,
  publishTime: true,
  startingViews: true,
})
export type TemplateContent = z.infer<typeof TemplateContent>

/** Blocks to put into articles. */
export const SnippetContent = z.object({ doc: DocumentJson })
export type SnippetContent = z.infer<typeof SnippetContent>

const Name = z.string().trim().min(1).max(120)

const summary = <Id extends z.ZodType>(id: Id) =>
  z.object({
    id,
    name: z.string(),
    /** The beginning of its text. */
    excerpt: z.string(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })

export const TemplateSummary = summary(TemplateId)
export type TemplateSummary = z.infer<typeof TemplateSummary>
export const SnippetSummary = summary(SnippetId)
export type SnippetSummary = z.infer<typeof SnippetSummary>

const operations = <Id extends z.ZodType, Item extends z.ZodType, Content extends z.ZodType>(
  id: Id,
  item: Item,
  content: Content,
) => ({
  /** By name. */
  list: base.output(z.array(item)),
  get: base.input(z.object({ id })).output(content),
  /** INVALID `document`, `duplicate-name`: replace that one instead. */
  create: base.input(z.object({ name: Name, content })).output(item),
  /** INVALID `document`. */
  replace: base.input(z.object({ id, content })).output(item),
  /** INVALID `duplicate-name`. */
  rename: base.input(z.object({ id, name: Name })).output(item),
  delete: base.input(z.object({ id })).output(z.object({ deleted: z.boolean() })),
  changed: base.output(eventIterator(z.object({ kind: z.literal('changed') }))),
})

export const templates = {
  ...operations(TemplateId, TemplateSummary, TemplateContent),
  /** A new draft that begins with the template, without a category or cover that the library no longer has. */
  use: base.input(z.object({ id: TemplateId })).output(Article),
}
export const snippets = operations(SnippetId, SnippetSummary, SnippetContent)
