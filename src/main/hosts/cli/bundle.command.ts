import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { mergeContents } from '#shared/compare/merge-contents.ts'
import { ArticleId } from '#shared/model/ids.ts'
import { CliError, type ExitCode, exitCode } from './cli-error.ts'
import type { Call } from './commands.ts'
import { withCore } from './with-core.ts'

export async function exportBundle(call: Call, article: string, to: string | undefined): Promise<ExitCode> {
  const { terminal } = call
  const id = ArticleId.safeParse(Number(article))
  if (!id.success) throw new CliError(exitCode.usage, 'article', terminal.texts.noArticle(article))
  return withCore({ ...call, texts: terminal.texts, create: false }, async ({ client }) => {
    const bundle = await client.bundles.export({ articleId: id.data })
    const path = resolve(to ?? bundle.name)
    await writeFile(path, new Uint8Array(await bundle.arrayBuffer()), { flag: 'wx' })
    terminal.result({ ok: true, file: path }, terminal.texts.bundled(path))
    return exitCode.done
  })
}

export type ConflictChoice = 'mine' | 'theirs' | 'both'

/** Without `choose` a conflict leaves the library as it is. */
export async function mergeBundle(
  call: Call,
  path: string,
  choose: ConflictChoice | undefined,
): Promise<ExitCode> {
  const { terminal } = call
  const { texts } = terminal
  // Before the library: a file that cannot be read leaves no new one behind.
  const file = new File([await readFile(resolve(path))], basename(path))
  return withCore({ ...call, texts, create: true }, async ({ client }) => {
    const { outcome, versions, article, title } = await client.bundles.inspect({ file })
    if (outcome === 'conflicts' && choose === undefined) {
      terminal.result({ ok: false, outcome, articleId: article?.id ?? null }, texts.bundleConflicts(title))
      return exitCode.partly
    }
    const conflicts = versions ? mergeContents(versions.base, versions.mine, versions.theirs).conflicts : []
    const choices = Object.fromEntries(conflicts.map(({ id }) => [id, choose ?? ('mine' as const)]))
    const done = await client.bundles.merge({
      file,
      choices,
      ...(article && { baseVersion: article.version }),
    })
    terminal.result({ ok: true, ...done }, texts.bundleMerged(title, done.outcome))
    return exitCode.done
  })
}
