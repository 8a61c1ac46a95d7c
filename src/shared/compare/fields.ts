import type { ArticleContent } from '../contract/articles.ts'

export type FieldName = Exclude<keyof ArticleContent, 'doc'>

/** What is decided as one: an address and whether it follows the title, a picture and what it shows. */
export const fieldUnits = [
  ['title'],
  ['dek'],
  ['slug', 'slugIsAutomatic'],
  ['categoryId'],
  ['tags'],
  ['byline'],
  ['sourceName'],
  ['sourceUrl'],
  ['cover', 'coverAlt'],
  ['publishTime'],
  ['startingViews'],
] as const satisfies readonly (readonly FieldName[])[]

export type FieldUnit = (typeof fieldUnits)[number]
export type UnitName = FieldUnit[0]

export const pickFields = (content: ArticleContent, unit: FieldUnit): Partial<ArticleContent> =>
  Object.fromEntries(unit.map((name) => [name, content[name]]))
