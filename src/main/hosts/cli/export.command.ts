import { resolve } from 'node:path'
import type { ArticleId } from '#shared/model/ids.ts'
import { type ExitCode, exitCode } from './cli-error.ts'
import type { Call } from './commands.ts'
import { type Client, withCore } from './with-core.ts'

export const exportFormats = ['markdown', 'html', 'docx'] as const

export interface ExportOptions {
  folder: string
  format: (typeof exportFormats)[number]
  overwrite: boolean
}

/** Writes every article that is not in the trash into a folder, pictures beside them. */
export async function exportArticles(call: Call, options: ExportOptions): Promise<ExitCode> {
  const { terminal } = call
  const { texts } = terminal
  return withCore({ ...call, texts, create: false }, async ({ core, client, signal }) => {
    const articleIds = await allArticles(client)
    const folder = resolve(options.folder)
    const { format, overwrite } = options
    const request = { articleIds, format, overwrite, pictures: 'beside' } as const
    let exported = 0
    const onArticle = (done: number) => {
      exported = done
      terminal.progress(texts.exporting, done, articleIds.length)
    }
    try {
      const files = await core.exportTo(folder, request, onArticle, signal)
      terminal.result({ ok: true, folder, files }, texts.exported(files.length, folder))
      return exitCode.done
    } catch (error) {
      if (!signal.aborted) throw error
      terminal.result({ ok: false, folder, exported }, texts.interrupted)
      return exitCode.interrupted
    }
  })
}

async function allArticles(client: Client): Promise<ArticleId[]> {
  const ids: ArticleId[] = []
  for (;;) {
    const { items, total } = await client.articles.list({ offset: ids.length, limit: 500 })
    ids.push(...items.map(({ id }) => id))
    if (items.length === 0 || ids.length >= total) return ids
  }
}
