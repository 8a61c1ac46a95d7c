import type { ArticleContent } from '#shared/contract/articles.ts'
import type { CheckRule, ListedWord } from '#shared/contract/checks.ts'
import { schema } from '#shared/document/schema.ts'
import { type Found, inText, type TextRun } from './found.ts'
import { facts } from './rules/facts.ts'
import { pairs } from './rules/pairs.ts'
import { placeholders } from './rules/placeholders.ts'
import { repeats } from './rules/repeats.ts'
import { type LinkState, structure } from './rules/structure.ts'
import { typography } from './rules/typography.ts'
import { wordMatcher } from './rules/word-matcher.ts'
import { textRuns } from './text-runs.ts'

export interface WordLists {
  sensitive: ListedWord[]
  spelling: ListedWord[]
}

/** An article and what the library knows around it. */
export interface CheckSubject {
  content: ArticleContent
  titleIsTaken: boolean
  links: ReadonlyMap<string, LinkState>
}

export type Checker = (subject: CheckSubject, off: ReadonlySet<CheckRule>) => Found[]

const fieldOrder = ['title', 'dek', 'facts', 'body']

/** All rules over these lists. */
export function createChecker({ sensitive, spelling }: WordLists): Checker {
  const sensitiveWords = wordMatcher(sensitive)
  const spellings = wordMatcher(spelling)

  const words = (run: TextRun): Found[] => [
    ...sensitiveWords(run.text).map(({ from, to }) => inText('sensitive', run, from, to)),
    ...spellings(run.text)
      .filter(({ from, to, listed }) => run.text.slice(from, to) !== listed.preferred)
      .map(({ from, to, listed }) =>
        inText('spelling', run, from, to, { fix: listed.preferred, detail: listed.preferred }),
      ),
  ]

  return ({ content, titleIsTaken, links }, off) => {
    const doc = schema.nodeFromJSON(content.doc)
    const runs: TextRun[] = [
      { field: 'title' as const, text: content.title, start: 0 },
      { field: 'dek' as const, text: content.dek, start: 0 },
      ...textRuns(doc),
    ]
    const found = runs.flatMap((run) => [
      ...(off.has('spacing') && off.has('punctuation') ? [] : typography(run)),
      ...pairs(run),
      ...repeats(run),
      ...placeholders(run),
      ...words(run),
    ])
    return [...facts(content, titleIsTaken), ...structure(doc, links), ...found]
      .filter(({ rule }) => !off.has(rule))
      .sort((a, b) => fieldOrder.indexOf(a.field) - fieldOrder.indexOf(b.field) || a.from - b.from)
  }
}
