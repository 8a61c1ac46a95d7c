import { hash } from 'node:crypto'
import type { ArticleContent } from '#shared/contract/articles.ts'

/** Stands for all that readers get of an article: its facts and its body as it is published. */
export function readersHash(
  { slugIsAutomatic: _, startingViews: __, ...facts }: Omit<ArticleContent, 'doc'>,
  html: Buffer,
): string {
  return hash('sha256', Buffer.concat([Buffer.from(JSON.stringify(facts)), html]), 'hex')
}
