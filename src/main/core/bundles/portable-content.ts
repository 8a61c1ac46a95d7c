import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '#shared/compare/canonical-json.ts'
import { normalDocument } from '#shared/compare/normal-document.ts'
import { ArticleContent } from '#shared/contract/articles.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { schema } from '#shared/document/schema.ts'
import { Slug } from '#shared/model/slug.ts'

/** An article's content as another library understands it: the category by its names, from the top. */
export const PortableContent = ArticleContent.omit({ categoryId: true }).extend({
  category: z.array(z.string().min(1).max(200)).max(20),
  /** '' while it follows the title. */
  slug: z.union([Slug, z.literal('')]),
})
export type PortableContent = z.infer<typeof PortableContent>

/** Knows categories by their names. */
export interface CategoryNames {
  path(id: number): string[]
  find(path: readonly string[]): ArticleContent['categoryId']
}

export const toPortable = (
  { categoryId, ...content }: ArticleContent,
  categories: CategoryNames,
): PortableContent => ({
  ...content,
  category: categoryId === null ? [] : categories.path(categoryId),
  slug: content.slugIsAutomatic ? '' : content.slug,
  doc: normalDocument(content.doc),
})

/** `slug` stands in where it is to follow the title; a category that is unknown here stays as it is here. */
export const fromPortable = (
  { category, ...content }: PortableContent,
  here: { slug: string; categoryId: ArticleContent['categoryId'] },
  categories: CategoryNames,
): ArticleContent => ({
  ...content,
  categoryId: category.length === 0 ? null : (categories.find(category) ?? here.categoryId),
  slug: content.slug || here.slug,
  // What the schema does not know does not come in.
  doc: schema.nodeFromJSON(content.doc).toJSON() as DocumentJson,
})

/** Equal for equal contents on every machine. */
export const contentHash = (content: PortableContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')
