import { implement } from '@orpc/server'
import { checks as contract } from '#shared/contract/checks.ts'
import type { Events } from '../events.ts'
import type { CheckRepository } from './check.repository.ts'
import type { CheckService } from './check.service.ts'

export function createChecksRouter(checks: CheckService, repository: CheckRepository, events: Events) {
  const os = implement(contract)
  return os.router({
    run: os.run.handler(({ input }) => checks.run(input.articleId, input.working)),
    waive: os.waive.handler(({ input }) =>
      checks.waive(input.articleId, input.rule, input.key, input.reason),
    ),
    unwaive: os.unwaive.handler(({ input }) => checks.unwaive(input.articleId, input.rule, input.key)),
    rules: os.rules.handler(() => checks.rules()),
    setRule: os.setRule.handler(({ input }) => checks.setRule(input.rule, input.mode)),
    words: os.words.handler(({ input }) =>
      repository.listWords(input.list, input.query, input.offset, input.limit),
    ),
    importWords: os.importWords.handler(({ input }) => checks.importWords(input.list, input.file)),
    addWord: os.addWord.handler(({ input: { list, ...listed } }) => checks.addWord(list, listed)),
    removeWords: os.removeWords.handler(({ input }) => checks.removeWords(input.list, input.words)),
    clearWords: os.clearWords.handler(({ input }) => checks.clearWords(input.list)),
    changed: os.changed.handler(async function* ({ signal }) {
      yield* events.subscribe('checks.changed', { signal })
    }),
  })
}
