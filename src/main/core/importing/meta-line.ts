import { findTime } from './zoned-time.ts'

/** The line of a page that says when, by whom and how often read. */
export interface MetaLine {
  time: number
  byline: string
  views: number | null
}

const viewsPattern =
  /(?:阅读量|阅读数|阅读|浏览量|浏览次数|浏览|点击量|点击|人气|views?)\s*[::]?\s*([\d,.]+)\s*(万|w|k)?\+?\s*次?/iu
const labels =
  /(?:发布时间|发表时间|更新时间|发布于|发表于|时间|日期|作者|撰文|文|来源|编辑|责任编辑|posted|by|on|author)\s*[::]\s*/giu
const longestByline = 30

/** Null when the line is ordinary text. Full-width digits, letters and colons count as their plain forms. */
export function readMetaLine(line: string, timeZone: string): MetaLine | null {
  if (line.length > 160) return null
  const plain = line.normalize('NFKC')
  const found = findTime(plain, timeZone)
  if (!found) return null
  const withoutTime = plain.replace(found.text, ' ')
  const views = viewsPattern.exec(withoutTime)
  const rest = (views ? withoutTime.replace(views[0], ' ') : withoutTime)
    .replace(labels, ' ')
    .replace(/(评论|点赞|收藏)\s*[::]?\s*\d+/gu, ' ')
    .replace(/[|·•,,/]+|(?<=\s|^)[-–—]+(?=\s|$)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // A sentence that mentions a date leaves a sentence behind.
  if (!found.exact && !views) return null
  if ([...rest].length > longestByline || /[。!?;“”「」]/u.test(rest)) return null
  return { time: found.time, byline: rest, views: views ? viewCount(views[1] ?? '0', views[2]) : null }
}

function viewCount(digits: string, unit: string | undefined): number {
  const factor = unit === '万' || unit?.toLowerCase() === 'w' ? 10_000 : unit ? 1_000 : 1
  const value = Math.round(Number.parseFloat(digits.replaceAll(',', '')) * factor)
  return Number.isSafeInteger(value) ? value : 0
}
