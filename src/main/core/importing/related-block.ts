import type { ImportedArticle, ParseOptions } from './imported-article.ts'
import { readMetaLine } from './meta-line.ts'
import { comparable, sameText } from './plain-lines.ts'

const labelPattern =
  /^(?:相关(?:文章|阅读|推荐|新闻|内容|帖子)|推荐(?:阅读|文章)|延伸阅读|最新(?:帖子|文章|发布|资讯|内容)|热门(?:文章|帖子|推荐|资讯)|猜你喜欢|上一篇|下一篇|网友评论|发表评论|评论列表)\s*[::]?.{0,2}$/u
const hotNames =
  /^(?:(?:百度|抖音|新浪|微博|新浪微博|今日头条|腾讯新闻|知乎|36氪|雪球网?|微信|哔哩哔哩|快手|虎嗅|小红书)(?:热点|热榜|热搜)?)$/u

/** The heading of one of the page's lists of other articles. */
export const blockLabel = (line: string): boolean => labelPattern.test(line.normalize('NFKC'))

/** A link whose name and label stand side by side, e.g. 百度 百度热点, or one of the well-known names alone. */
export function isHotLinkLine(line: string): boolean {
  const parts = line.normalize('NFKC').split(/\s+/)
  if (parts.length === 2) {
    const [name = '', label = ''] = parts
    return name !== '' && [...label].length <= 12 && label.startsWith(name)
  }
  return parts.length === 1 && hotNames.test(parts[0] ?? '')
}

type Entry = ImportedArticle['related'][number]

/** Entries of the lists below an article, each title once, and how many lines were something else. */
export function readRelated(
  lines: readonly string[],
  options: ParseOptions,
): { entries: Entry[]; hotLinks: number; leftOut: number } {
  const entries = new Map<string, Entry>()
  let hotLinks = 0
  let leftOut = 0
  let pending: string[] = []
  const dropPending = () => {
    leftOut += pending.length
    pending = []
  }
  for (const line of lines) {
    if (line === '') continue
    const facts = readMetaLine(line, options.timeZone)
    if (facts && pending.length > 0) {
      const entry = { ...readTitle(pending), publishTime: facts.time, views: facts.views ?? 0 }
      merge(entries, entry)
      pending = []
    } else if (blockLabel(line)) dropPending()
    else if (isHotLinkLine(line)) {
      dropPending()
      hotLinks++
    } else pending.push(line)
  }
  dropPending()
  return { entries: [...entries.values()], hotLinks, leftOut }
}

/** Of the lines above an entry's facts the last is the title; the other that differs from it is the category. */
function readTitle(lines: readonly string[]): { title: string; category: string } {
  const title = lines.at(-1) ?? ''
  const others = lines.filter((line) => !sameText(line, title))
  const short = others.findLast((line) => [...line].length <= 20)
  return { title, category: short ?? '' }
}

function merge(entries: Map<string, Entry>, entry: Entry): void {
  const key = comparable(entry.title)
  const known = entries.get(key)
  if (!known) entries.set(key, entry)
  else {
    known.category ||= entry.category
    known.publishTime ??= entry.publishTime
    known.views = Math.max(known.views, entry.views)
  }
}
