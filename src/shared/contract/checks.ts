import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ArticleId } from '../model/ids.ts'
import { ArticleContent } from './articles.ts'
import { base, Timestamp } from './base.ts'

export const checkRules = [
  'spacing',
  'punctuation',
  'pairs',
  'repeats',
  'sensitive',
  'spelling',
  'placeholder',
  'missingAlt',
  'headingOrder',
  'emptyLink',
  'deadLink',
  'missingTitle',
  'missingDek',
  'missingCategory',
  'missingCover',
  'titleLength',
  'duplicateTitle',
] as const
export const CheckRule = z.enum(checkRules)
export type CheckRule = z.infer<typeof CheckRule>

/** 'block': an article with an unresolved finding of the rule is not published. */
export const RuleMode = z.enum(['off', 'on', 'block'])
export type RuleMode = z.infer<typeof RuleMode>

export const CheckFix = z.discriminatedUnion('kind', [
  /** Puts `text` in place of the range. */
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** Sets the level of the heading at the range. */
  z.object({ kind: z.literal('headingLevel'), level: z.number().int() }),
])
export type CheckFix = z.infer<typeof CheckFix>

export const Finding = z.object({
  rule: CheckRule,
  /** Positions of the document in the body, UTF-16 units in title and dek, 0 to 0 for facts. Half-open. */
  field: z.enum(['title', 'dek', 'body', 'facts']),
  from: z.number().int(),
  to: z.number().int(),
  /** The text that it is about; '' for facts. */
  excerpt: z.string(),
  /** For the sentence about it: a preferred spelling, a number of characters, the state of a linked article. */
  detail: z.string(),
  fix: CheckFix.nullable(),
  /** Equal for the same trouble wherever edits have moved it: a waiver holds to it. */
  key: z.string(),
  /** Why somebody let it stand; null while it is unresolved. */
  waived: z.string().nullable(),
})
export type Finding = z.infer<typeof Finding>

export const WordList = z.enum(['sensitive', 'spelling'])
export type WordList = z.infer<typeof WordList>

/** `preferred` is empty in the list of sensitive words. */
export const ListedWord = z.object({ word: z.string(), preferred: z.string() })
export type ListedWord = z.infer<typeof ListedWord>

export const checks = {
  /**
   * What the rules find in an article, with `working` over its stored content of `version`, in the order of the text.
   * At most 2,000; `cut` says that there are more.
   */
  run: base
    .input(z.object({ articleId: ArticleId, working: ArticleContent.partial().optional() }))
    .output(z.object({ version: z.number().int(), findings: z.array(Finding), cut: z.boolean() })),
  /** Lets a finding of this key stand in this article. */
  waive: base
    .input(
      z.object({
        articleId: ArticleId,
        rule: CheckRule,
        key: z.string().max(1000),
        reason: z.string().trim().min(1).max(500),
      }),
    )
    .output(z.void()),
  unwaive: base
    .input(z.object({ articleId: ArticleId, rule: CheckRule, key: z.string().max(1000) }))
    .output(z.void()),
  rules: base.output(z.record(CheckRule, RuleMode)),
  setRule: base.input(z.object({ rule: CheckRule, mode: RuleMode })).output(z.record(CheckRule, RuleMode)),
  words: base
    .input(
      z.object({
        list: WordList,
        query: z.string().max(100).default(''),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), items: z.array(ListedWord) })),
  /**
   * Adds the words of a text file: one a line, `#` begins a comment. Spellings as `word => preferred`, or parted by a
   * tab, a comma or an arrow. INVALID `empty` | `binary` | `too-many` (over 200,000).
   */
  importWords: base
    .input(z.object({ list: WordList, file: z.file() }))
    .output(z.object({ added: z.number().int(), ignored: z.number().int() })),
  addWord: base
    .input(
      z.object({
        list: WordList,
        word: z.string().trim().min(1).max(100),
        preferred: z.string().trim().max(100).default(''),
      }),
    )
    .output(z.void()),
  removeWords: base
    .input(z.object({ list: WordList, words: z.array(z.string()).min(1).max(1000) }))
    .output(z.void()),
  clearWords: base.input(z.object({ list: WordList })).output(z.void()),
  /** Rules, lists or waivers are others than before. */
  changed: base.output(eventIterator(z.object({ at: Timestamp }))),
}
