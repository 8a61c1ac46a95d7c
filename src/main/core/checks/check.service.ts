import type { Database } from 'better-sqlite3'
import type { Article, ArticleContent } from '#shared/contract/articles.ts'
import {
  type CheckRule,
  checkRules,
  type Finding,
  type ListedWord,
  type RuleMode,
  type WordList,
} from '#shared/contract/checks.ts'
import { linkedArticles } from '#shared/document/plain-text.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Announce } from '../announce.ts'
import { invalid } from '../errors.ts'
import { decodeText } from '../importing/decode-text.ts'
import type { Clock } from '../platform.ts'
import type { CheckRepository } from './check.repository.ts'
import { createCheckThread } from './check-thread.ts'
import { wordsOfFile } from './word-file.ts'

const mostFindings = 2_000
const mostWords = 200_000
/** So many articles are looked through for a plan; with rules that block, all of them are. */
const mostPlanned = 200
/** A plan names these by itself. */
const planned = new Set<CheckRule>(['missingTitle', 'missingDek', 'missingCategory', 'missingCover'])

export interface Unresolved {
  count: number
  /** Rules among them that keep an article from being published. */
  blocking: CheckRule[]
}

export type CheckService = ReturnType<typeof createCheckService>

/** Runs the rules over articles, off the core's thread. */
export function createCheckService({
  db,
  repository,
  articleOf,
  announce,
  clock,
}: {
  db: Database
  repository: CheckRepository
  articleOf: (id: ArticleId) => Article
  announce: Announce
  clock: Clock
}) {
  const thread = createCheckThread(() => ({
    sensitive: repository.words('sensitive'),
    spelling: repository.words('spelling'),
  }))

  const rules = (): Record<CheckRule, RuleMode> => {
    const set = repository.rules()
    const entries = checkRules.map((rule): [CheckRule, RuleMode] => [rule, set.get(rule) ?? 'on'])
    return Object.fromEntries(entries) as Record<CheckRule, RuleMode>
  }
  const changed = () => announce('checks.changed', { at: clock.now() })

  /** Part of the caller's change of a list. */
  function changeWords<T>(change: () => T): T {
    const result = db.transaction(change).immediate()
    thread.refresh()
    changed()
    return result
  }

  async function run(
    id: ArticleId,
    working: Partial<ArticleContent> = {},
  ): Promise<{ version: number; findings: Finding[]; cut: boolean }> {
    const stored = articleOf(id)
    const content = { ...stored, ...working }
    const off = new Set(checkRules.filter((rule) => rules()[rule] === 'off'))
    const found = await thread.check(
      {
        content,
        titleIsTaken: repository.titleIsTaken(content.title.trim(), id),
        links: repository.linkStates(linkedArticles(content.doc)),
      },
      off,
    )
    const waivers = repository.waivers(id)
    return {
      version: stored.version,
      findings: found
        .slice(0, mostFindings)
        .map((one) => ({ ...one, waived: waivers.get(`${one.rule} ${one.key}`) ?? null })),
      cut: found.length > mostFindings,
    }
  }

  async function unresolvedOf(id: ArticleId): Promise<Unresolved> {
    const { findings } = await run(id)
    const open = findings.filter(({ waived }) => waived === null)
    const modes = rules()
    return {
      count: open.filter(({ rule }) => !planned.has(rule)).length,
      blocking: [...new Set(open.map(({ rule }) => rule).filter((rule) => modes[rule] === 'block'))],
    }
  }

  return {
    run,
    rules,
    /** Before publication: what is open in each article, for as many as can be looked through in good time. */
    async unresolved(
      ids: readonly ArticleId[],
      { onlyBlocking = false } = {},
    ): Promise<Map<ArticleId, Unresolved>> {
      const mustPass = Object.values(rules()).includes('block')
      const looked = mustPass ? ids : onlyBlocking ? [] : ids.slice(0, mostPlanned)
      return new Map(await Promise.all(looked.map(async (id) => [id, await unresolvedOf(id)] as const)))
    },
    setRule(rule: CheckRule, mode: RuleMode): Record<CheckRule, RuleMode> {
      repository.setRule(rule, mode)
      changed()
      return rules()
    },
    waive(id: ArticleId, rule: CheckRule, key: string, reason: string): void {
      articleOf(id)
      repository.waive(id, rule, key, reason, clock.now())
      changed()
    },
    unwaive(id: ArticleId, rule: CheckRule, key: string): void {
      repository.unwaive(id, rule, key)
      changed()
    },
    /** @throws INVALID `empty` | `binary` | `too-many` */
    async importWords(list: WordList, file: File): Promise<{ added: number; ignored: number }> {
      const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
      if (decoded.failure !== null) throw invalid(decoded.failure === 'empty' ? 'empty' : 'binary')
      const { words, ignored } = wordsOfFile(list, decoded.text)
      if (words.length === 0) throw invalid('empty')
      if (words.length + repository.listWords(list, '', 0, 1).total > mostWords) throw invalid('too-many')
      return { added: changeWords(() => repository.putWords(list, words)), ignored }
    },
    addWord: (list: WordList, listed: ListedWord): void =>
      void changeWords(() => repository.putWords(list, [listed])),
    removeWords: (list: WordList, words: readonly string[]): void =>
      changeWords(() => {
        for (const word of words) repository.removeWord(list, word)
      }),
    clearWords: (list: WordList): void => changeWords(() => repository.clearWords(list)),
    stop: thread.stop,
  }
}
