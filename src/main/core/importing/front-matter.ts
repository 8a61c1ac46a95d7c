import { parseDocument } from 'yaml'
import { z } from 'zod'
import type { ImportedArticle, ParseOptions } from './imported-article.ts'
import { mediaAt } from './media-at.ts'
import { findTime } from './zoned-time.ts'

/** How files say that Galley wrote them: then they are read word for word. */
export const generator = 'Galley'

export type FrontMatter = Partial<
  Pick<
    ImportedArticle,
    | 'title'
    | 'dek'
    | 'category'
    | 'byline'
    | 'tags'
    | 'sourceName'
    | 'sourceUrl'
    | 'slug'
    | 'cover'
    | 'coverAlt'
    | 'publishTime'
    | 'views'
  >
>

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim())
const name = z.union([scalar, z.object({ name: scalar }).transform((person) => person.name)])
/** One name, several with commas, or a list, of lists too: Hexo's categories. */
const names = z
  .union([
    name.transform((text) => text.split(/[,，、]/)),
    z.array(z.union([name, z.array(name)])).transform((list) => list.flat()),
  ])
  .transform((list) => list.map((text) => text.trim()).filter((text) => text !== ''))

const fields = {
  title: scalar,
  date: scalar,
  tags: names,
  categories: names,
  author: names,
  description: scalar,
  source: scalar,
  sourceName: scalar,
}
const aliases: Record<keyof typeof fields, readonly string[]> = {
  title: ['title'],
  date: ['date', 'publishDate', 'published', 'pubDate', 'created'],
  tags: ['tags', 'tag', 'keywords'],
  categories: ['categories', 'category'],
  author: ['author', 'authors'],
  description: ['description', 'summary', 'excerpt', 'subtitle'],
  source: ['source_url', 'sourceUrl', 'original', 'canonical_url', 'canonicalURL'],
  sourceName: ['source_name', 'source'],
}

/**
 * Splits a file into its front matter and the rest. No front matter gives {}; one that is not YAML gives null and is
 * kept in the body, as code.
 */
export function readFrontMatter(
  text: string,
  options: ParseOptions,
): { matter: FrontMatter | null; body: string; isOwn: boolean } {
  const match = /^\s*---[ \t]*\n([\s\S]*?)\n?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (!match) return { matter: {}, body: text, isOwn: false }
  const body = text.slice(match[0].length)
  const document = parseDocument(match[1] ?? '', { logLevel: 'silent' })
  let values: unknown
  try {
    values = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 20 })
  } catch {
    values = null
  }
  if (values === null && match[1]?.trim() === '') return { matter: {}, body, isOwn: false }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    // A rule, then text that happens to be followed by another.
    return /^\s*[\w-]+\s*:/m.test(match[1] ?? '')
      ? { matter: null, body: `\`\`\`yaml\n${match[1]}\n\`\`\`\n\n${body}`, isOwn: false }
      : { matter: {}, body: text, isOwn: false }
  }
  const named = new Map(Object.entries(values))
  const isOwn = named.get('generator') === generator
  return { matter: { ...toFacts(named, options), ...(isOwn && ownFacts(named)) }, body, isOwn }
}

/** What an export writes besides. */
function ownFacts(named: Map<string, unknown>): FrontMatter {
  const text = (name: string) => {
    const value = named.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { slug: text('slug'), cover: mediaAt(text('cover')), coverAlt: text('cover_alt').slice(0, 500) }
}

function toFacts(values: Map<string, unknown>, { timeZone }: ParseOptions): FrontMatter {
  const read = <Field extends keyof typeof fields>(field: Field) => {
    for (const alias of aliases[field]) {
      const parsed = fields[field].safeParse(values.get(alias))
      if (parsed.success) return parsed.data as z.output<(typeof fields)[Field]>
    }
    return undefined
  }
  const title = read('title')
  const date = read('date')
  const sourceName = read('sourceName')
  return {
    ...(title && { title: title.slice(0, 500) }),
    dek: read('description')?.slice(0, 2000) ?? '',
    category: read('categories')?.[0]?.slice(0, 60) ?? '',
    byline: read('author')?.join('、').slice(0, 120) ?? '',
    tags: [...new Set(read('tags')?.map((tag) => tag.slice(0, 60)))].slice(0, 50),
    sourceName: sourceName && !/^https?:/.test(sourceName) ? sourceName.slice(0, 200) : '',
    sourceUrl: /^https?:\/\/\S+$/.exec(read('source') ?? '')?.[0].slice(0, 2000) ?? '',
    publishTime: date ? (findTime(date, timeZone)?.time ?? null) : null,
  }
}
