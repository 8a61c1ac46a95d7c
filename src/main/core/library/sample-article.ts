import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { EditorialState } from '#shared/model/article-state.ts'
import { parseMarkdown } from '../importing/markdown.ts'
import { findTime } from '../importing/zoned-time.ts'

/** What the front matter of a sample says beside the facts that any Markdown import reads. */
const Sample = z.object({
  slug: z.string(),
  state: EditorialState,
  /** Publication, counted back from today; none for what is not finished. */
  days_ago: z.number().int().optional(),
  time: z.string().default('09:00:00'),
  source_name: z.string().default(''),
  /** Views from before Galley. */
  views: z.number().int(),
  /** Views of the day of publication, about; 0 for none. */
  popularity: z.number(),
  cover: z.string().optional(),
  cover_alt: z.string().default(''),
})

export interface SampleArticle {
  content: Omit<ArticleContent, 'categoryId' | 'cover'>
  category: string
  state: EditorialState
  /** Path of the picture. */
  cover: string | null
  popularity: number
}

/** Reads the samples under `folder`, the newest publication last. */
export async function readSamples(folder: string, timeZone: string, now: number): Promise<SampleArticle[]> {
  const articles = join(folder, 'articles')
  const names = (await readdir(articles)).filter((name) => name.endsWith('.md')).sort()
  const samples = await Promise.all(
    names.map(async (name) =>
      toSample(name, await readFile(join(articles, name), 'utf8'), folder, timeZone, now),
    ),
  )
  return samples.sort((a, b) => (a.content.publishTime ?? now) - (b.content.publishTime ?? now))
}

function toSample(
  fileName: string,
  text: string,
  folder: string,
  timeZone: string,
  now: number,
): SampleArticle {
  const { title, dek, category, byline, tags, sourceUrl, doc } = parseMarkdown(
    { fileName, text },
    { timeZone },
  )
  const matter = Sample.parse(parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? ''))
  return {
    content: {
      title,
      dek,
      slug: matter.slug,
      slugIsAutomatic: false,
      tags,
      byline,
      sourceName: matter.source_name,
      sourceUrl,
      coverAlt: matter.cover_alt,
      publishTime:
        matter.days_ago === undefined ? null : daysBefore(now, matter.days_ago, matter.time, timeZone),
      startingViews: matter.views,
      doc,
    },
    category,
    state: matter.state,
    cover: matter.cover ? join(folder, 'covers', matter.cover) : null,
    popularity: matter.popularity,
  }
}

function daysBefore(now: number, days: number, time: string, timeZone: string): number {
  const date = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now - days * 86_400_000)
  const found = findTime(`${date} ${time}`, timeZone)
  if (!found) throw new Error(`no time: ${time}`)
  return found.time
}
