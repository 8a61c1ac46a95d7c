import { type Found, inText, type TextRun } from '../found.ts'

/** Words that no Chinese sentence doubles, one letter; longer stretches whatever they are; Latin words. */
const patterns = [
  /([的了是在和与就也都而着把被让向对从到我你他她它及或并])\1(?![一二三四五六七八九十])/gu,
  /(\p{Script=Han}{3,8})\1/gu,
  /(我们|你们|他们|她们|它们|但是|因为|所以|如果|可以|已经|这个|那个|一个)\1/gu,
  /(?<![\p{L}\p{N}])(\p{Script=Latin}{2,})[ \u00a0]+\1(?![\p{L}\p{N}])/giu,
]
/** What is doubled rightly: 了了 and 对对 in names of things, 到到 … stay rare; these are everyday words. */
const right = new Set(['哈哈', '人人', '对对', '是是'])

/** A word that stands twice in a row. The fix takes one away. */
export function repeats(run: TextRun): Found[] {
  const found: Found[] = []
  for (const pattern of patterns) {
    for (const match of run.text.matchAll(pattern)) {
      const [whole, word = ''] = match
      if (right.has(whole)) continue
      if (
        found.some(
          ({ from, to }) => run.start + match.index < to && run.start + match.index + whole.length > from,
        )
      )
        continue
      found.push(inText('repeats', run, match.index, match.index + whole.length, { fix: word }))
    }
  }
  return found
}
