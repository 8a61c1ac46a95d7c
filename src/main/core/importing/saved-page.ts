import { documentOf } from './document-builder.ts'
import { blankArticle, type ImportedArticle, type ParseOptions, type SourceFile } from './imported-article.ts'
import { type MetaLine, readMetaLine } from './meta-line.ts'
import { blocksOf, linesOf, sameText } from './plain-lines.ts'
import { blockLabel, isHotLinkLine, readRelated } from './related-block.ts'

/** The line with the facts has to come this soon: a page's head is short. */
const headLines = 12
const longestCategory = 20

/**
 * A portal's article page saved as text: category, title, a line with time, byline and views, the body, then lists of
 * other articles (相关文章, 最新帖子) and hot-list links. Any of these may be missing except the line with the facts.
 * Answers null when the text is no such page.
 */
export function parseSavedPage({ text }: SourceFile, options: ParseOptions): ImportedArticle | null {
  const lines = linesOf(text)
  const meta = findMeta(lines, options)
  if (!meta) return null
  const end = bodyEnd(lines, meta.index + 1)
  if (meta.facts.views === null && end === lines.length) return null

  const head = readHead(lines, meta.index)
  const bodyStart = lines.findIndex((line, index) => index > meta.index && line !== '')
  const repeated = bodyStart > 0 && bodyStart < end && sameText(lines[bodyStart] ?? '', head.title)
  const body = lines.slice(repeated ? bodyStart + 1 : meta.index + 1, end)
  const { entries, hotLinks, leftOut } = readRelated(lines.slice(end), options)
  return {
    ...blankArticle,
    format: 'saved-page',
    title: head.title || (body.find((line) => line !== '') ?? ''),
    category: head.category,
    byline: meta.facts.byline,
    publishTime: meta.facts.time,
    views: meta.facts.views ?? 0,
    doc: documentOf(blocksOf(body)),
    warnings: (
      [
        { reason: 'repeated-title', count: repeated ? 1 : 0 },
        { reason: 'hot-links', count: hotLinks },
        { reason: 'left-out-lines', count: leftOut },
      ] as const
    ).filter(({ count }) => count > 0),
    related: entries.filter((entry) => !sameText(entry.title, head.title)),
  }
}

function findMeta(
  lines: readonly string[],
  options: ParseOptions,
): { index: number; facts: MetaLine } | undefined {
  let seen = 0
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    if (++seen > headLines || blockLabel(line)) return undefined
    const facts = readMetaLine(line, options.timeZone)
    if (facts) return { index, facts }
  }
  return undefined
}

/** Title and category are the lines above the facts, in either order; a title that comes twice gives itself away. */
function readHead(lines: readonly string[], metaIndex: number): { title: string; category: string } {
  const above = lines
    .slice(0, metaIndex)
    .filter((line) => line !== '')
    .reverse()
  const [nearest = '', second = '', third = ''] = above
  const below = lines.slice(metaIndex + 1).find((line) => line !== '') ?? ''
  if (second && sameText(second, nearest)) return { title: nearest, category: asCategory(third) }
  if (second && sameText(second, below) && !sameText(nearest, below)) {
    return { title: second, category: asCategory(nearest) }
  }
  return { title: nearest, category: asCategory(second) }
}

/** The last step of a path like 首页 > 业界动态; '' for what is too long to be a category. */
function asCategory(line: string): string {
  const step =
    line
      .split(/[>»›/|]/)
      .at(-1)
      ?.replace(/^(栏目|分类|频道|所属栏目)\s*[::]\s*/u, '')
      .trim() ?? ''
  return [...step].length <= longestCategory && !/[。!?！？;；]$/u.test(step) ? step : ''
}

/** Where the page's lists begin: a label such as 相关文章, or two hot-list links in a row. */
function bodyEnd(lines: readonly string[], from: number): number {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (blockLabel(line)) return index
    if (isHotLinkLine(line) && isHotLinkLine(lines.slice(index + 1).find((next) => next !== '') ?? ''))
      return index
  }
  return lines.length
}
