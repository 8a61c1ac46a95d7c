import { z } from 'zod'
import { BylineId, TagId } from '../model/ids.ts'
import { ArticleContent } from './articles.ts'
import { base } from './base.ts'

const label = <Id extends z.ZodType>(id: Id) =>
  z.object({ id, name: z.string(), slug: z.string(), articleCount: z.number().int() })

export const Tag = label(TagId)
export type Tag = z.infer<typeof Tag>
export const Byline = label(BylineId)
export type Byline = z.infer<typeof Byline>

const operations = <Id extends z.ZodType, Label extends z.ZodType>(
  id: Id,
  item: Label,
  name: z.ZodString,
) => ({
  /** Most used first; `query` keeps names that contain it. */
  list: base
    .input(z.object({ query: z.string().default(''), limit: z.number().int().min(1).max(1000).default(200) }))
    .output(z.array(item)),
  /** INVALID `duplicate-name` when another has that name: merge instead. */
  rename: base.input(z.object({ id, name })).output(item),
  merge: base.input(z.object({ id, intoId: id })).output(z.object({ movedArticles: z.number().int() })),
  delete: base.input(z.object({ id })).output(z.object({ movedArticles: z.number().int() })),
})

/** Tags and bylines come into being by being used in an article. */
export const tags = operations(TagId, Tag, ArticleContent.shape.tags.element)
export const bylines = operations(BylineId, Byline, ArticleContent.shape.byline.trim().min(1))
