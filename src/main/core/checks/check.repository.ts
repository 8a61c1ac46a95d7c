import type { Database } from 'better-sqlite3'
import type { CheckRule, ListedWord, RuleMode, WordList } from '#shared/contract/checks.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { LinkState } from './rules/structure.ts'

export type CheckRepository = ReturnType<typeof createCheckRepository>

export function createCheckRepository(db: Database) {
  const all = db.prepare<[string], ListedWord>('SELECT word, preferred FROM check_words WHERE list = ?')
  const matches = /* sql */ `
    FROM check_words WHERE list = :list AND (:query = '' OR instr(word, :query) > 0 OR instr(preferred, :query) > 0)`
  const page = db.prepare<{ list: string; query: string; offset: number; limit: number }, ListedWord>(
    `SELECT word, preferred ${matches} ORDER BY word LIMIT :limit OFFSET :offset`,
  )
  const count = db.prepare<{ list: string; query: string }, number>(`SELECT count(*) ${matches}`).pluck()
  const put = db.prepare<[string, string, string]>(/* sql */ `
    INSERT INTO check_words VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET preferred = excluded.preferred`)
  const remove = db.prepare<[string, string]>('DELETE FROM check_words WHERE list = ? AND word = ?')
  const clear = db.prepare<[string]>('DELETE FROM check_words WHERE list = ?')
  const rules = db.prepare<[], { rule: CheckRule; mode: RuleMode }>('SELECT rule, mode FROM check_rules')
  const setRule = db.prepare<[string, string]>(/* sql */ `
    INSERT INTO check_rules VALUES (?, ?) ON CONFLICT DO UPDATE SET mode = excluded.mode`)
  const waivers = db.prepare<[number], { rule: string; key: string; reason: string }>(
    'SELECT rule, key, reason FROM check_waivers WHERE article_id = ?',
  )
  const waive = db.prepare<[number, string, string, string, number]>(/* sql */ `
    INSERT INTO check_waivers VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET reason = excluded.reason`)
  const unwaive = db.prepare<[number, string, string]>(
    'DELETE FROM check_waivers WHERE article_id = ? AND rule = ? AND key = ?',
  )
  const hasTitle = db
    .prepare<[string, number], 1>(
      'SELECT 1 FROM articles WHERE title = ? AND id <> ? AND trashed_at IS NULL LIMIT 1',
    )
    .pluck()
  const linkStates = db.prepare<[string], { uid: string; state: LinkState }>(/* sql */ `
    SELECT a.uid, CASE WHEN a.trashed_at IS NOT NULL THEN 'trashed'
      WHEN a.state = 'published' THEN 'published' ELSE 'unpublished' END AS state
    FROM json_each(?) wanted JOIN articles a ON a.uid = wanted.value`)

  return {
    words: (list: WordList) => all.all(list),
    listWords: (list: WordList, query: string, offset: number, limit: number) => ({
      total: count.get({ list, query }) ?? 0,
      items: page.all({ list, query, offset, limit }),
    }),
    /** Answers how many were not there before. Part of the caller's transaction. */
    putWords(list: WordList, words: readonly ListedWord[]): number {
      const before = count.get({ list, query: '' }) ?? 0
      for (const { word, preferred } of words) put.run(list, word, preferred)
      return (count.get({ list, query: '' }) ?? 0) - before
    },
    removeWord: (list: WordList, word: string) => void remove.run(list, word),
    clearWords: (list: WordList) => void clear.run(list),
    rules: () => new Map(rules.all().map(({ rule, mode }) => [rule, mode])),
    setRule: (rule: CheckRule, mode: RuleMode) => void setRule.run(rule, mode),
    waivers: (id: ArticleId) =>
      new Map(waivers.all(id).map(({ rule, key, reason }) => [`${rule} ${key}`, reason])),
    waive: (id: ArticleId, rule: CheckRule, key: string, reason: string, now: number) =>
      void waive.run(id, rule, key, reason, now),
    unwaive: (id: ArticleId, rule: CheckRule, key: string) => void unwaive.run(id, rule, key),
    titleIsTaken: (title: string, id: ArticleId) => hasTitle.get(title, id) !== undefined,
    linkStates: (uids: readonly string[]) =>
      new Map(linkStates.all(JSON.stringify(uids)).map(({ uid, state }) => [uid, state])),
  }
}
