import type { ArticleContent } from '#shared/contract/articles.ts'
import type { CheckRule } from '#shared/contract/checks.ts'
import type { Found } from '../found.ts'

/** Search results cut a title after about so many half-width characters, social cards later. */
const searchWidth = 60

const width = (text: string): number => {
  let sum = 0
  for (const char of text) sum += /[\u1100-\uffdc]/.test(char) ? 2 : 1
  return sum
}

/** What an article lacks besides its text, and its title among others. */
export function facts(content: ArticleContent, titleIsTaken: boolean): Found[] {
  const found: Found[] = []
  const add = (rule: CheckRule, field: Found['field'] = 'facts', detail = '') =>
    found.push({ rule, field, from: 0, to: 0, excerpt: '', detail, fix: null, key: rule })
  const title = content.title.trim()
  if (title === '') add('missingTitle', 'title')
  if (content.dek.trim() === '') add('missingDek', 'dek')
  if (content.categoryId === null) add('missingCategory')
  if (content.cover === null) add('missingCover')
  else if (content.coverAlt.trim() === '') add('missingAlt')
  if (width(title) > searchWidth) add('titleLength', 'title', String(Math.ceil(width(title) / 2)))
  if (title !== '' && titleIsTaken) add('duplicateTitle', 'title')
  return found
}
