import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Article } from '#shared/contract/articles.ts'
import type {
  Copy,
  ExportedFile,
  ExportFormat,
  ExportProgress,
  WeChatStyle,
} from '#shared/contract/exporting.ts'
import { plainText, usedMedia } from '#shared/document/plain-text.ts'
import { publishedDocument } from '#shared/document/published-document.ts'
import type { ArticleId, CategoryId } from '#shared/model/ids.ts'
import { invalid, refused } from '../errors.ts'
import { makeFolder } from '../make-folder.ts'
import type { Platform } from '../platform.ts'
import {
  articleFileName,
  articleFiles,
  extensions,
  type FileOptions,
  pictureData,
  picturesOf,
} from './article-files.ts'
import type { ExportFile } from './export-file.ts'
import type { ExportedArticle, ExportSurroundings } from './exported-article.ts'
import { bodyHtml } from './html-file.ts'
import { createProgress } from './progress.ts'
import { formulaDrawings } from './wechat/formula-drawings.ts'
import { weChatCopy } from './wechat/wechat-copy.ts'
import { weChatPictures } from './wechat/wechat-pictures.ts'
import { writeZip } from './zip-file.ts'

interface Dependencies {
  platform: Pick<Platform, 'dialogs' | 'printToPdf' | 'previewBase'>
  article(id: ArticleId): Article
  categoryName(id: CategoryId): string
  /** Where the preview shows the article's page, relative to its base. */
  pagePath(id: ArticleId): string
  surroundings(): ExportSurroundings
}

export interface ExportRequest extends FileOptions {
  articleIds: readonly ArticleId[]
}

export type ExportService = ReturnType<typeof createExportService>

/** Articles as files of other programs. */
export function createExportService({
  platform,
  article,
  categoryName,
  pagePath,
  surroundings,
}: Dependencies) {
  const finished = new Map<string, { path: string; name: string }>()
  let folder: Promise<string> | null = null
  const scratch = async () => {
    folder ??= mkdtemp(join(tmpdir(), 'galley-export-'))
    return join(await folder, randomUUID())
  }

  const exported = (id: ArticleId): ExportedArticle => {
    const { doc, categoryId, publishTime, publishedAt, ...facts } = article(id)
    const category = categoryId === null ? '' : categoryName(categoryId)
    return { ...facts, publishTime: publishTime ?? publishedAt, category, doc: publishedDocument(doc) }
  }

  /** Every file once: pictures are shared, and a slug is of one article. */
  async function* filesOf(
    { articleIds, ...options }: ExportRequest,
    onArticle: (done: number) => void,
    signal?: AbortSignal,
  ): AsyncGenerator<ExportFile> {
    const around = surroundings()
    const written = new Set<string>()
    for (const [index, id] of articleIds.entries()) {
      signal?.throwIfAborted()
      for (const file of await articleFiles(exported(id), around, options)) {
        if (written.has(file.name)) continue
        written.add(file.name)
        yield file
      }
      onArticle(index + 1)
      // Others get their turn.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** Hands the file over: to the place that was chosen, or to the window. */
  async function deliver(path: string, name: string, to: string | null): Promise<ExportedFile> {
    const { size: bytes } = await stat(path)
    if (to === null) {
      const key = randomUUID()
      finished.set(key, { path, name })
      return { name, bytes, saved: null, download: `/exports/${key}` }
    }
    await rename(path, to).catch(async () => {
      await copyFile(path, to)
      await rm(path)
    })
    return { name: basename(to), bytes, saved: to, download: null }
  }

  async function write(
    path: string,
    request: ExportRequest,
    onArticle: (done: number) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    if (isArchive(request)) return writeZip(path, filesOf(request, onArticle, signal))
    for await (const { content } of filesOf(request, onArticle, signal))
      if (content instanceof Uint8Array) await writeFile(path, content)
  }

  /** Several articles, or pictures beside the file. */
  const isArchive = ({ articleIds, format, pictures }: ExportRequest): boolean => {
    const [first] = articleIds
    if (articleIds.length > 1 || first === undefined) return true
    const hasBeside = format === 'markdown' || (format === 'html' && pictures === 'beside')
    const around = hasBeside ? surroundings() : null
    return around !== null && picturesOf(exported(first)).some((id) => around.findPicture(id) !== null)
  }

  async function print(id: ArticleId, path: string, signal?: AbortSignal): Promise<void> {
    const pdf = await platform.printToPdf(platform.previewBase + pagePath(id), signal)
    if (pdf === null) throw refused('no-browser')
    await writeFile(path, pdf)
  }

  return {
    async *export(
      {
        articleIds,
        format,
        pictures,
      }: { articleIds: ArticleId[]; format: ExportFormat; pictures: 'inside' | 'beside' },
      signal?: AbortSignal,
    ): AsyncGenerator<ExportProgress> {
      const [first] = articleIds
      const total = articleIds.length
      if (first === undefined || (format === 'pdf' && total > 1)) throw invalid('one-article')
      const isZip = format !== 'pdf' && isArchive({ articleIds, format, pictures })
      const stem = total === 1 ? article(first).slug : 'galley-articles'
      const name = `${stem}.${isZip ? 'zip' : extensions[format]}`
      const to = platform.dialogs ? await platform.dialogs.pickFile(name) : null
      if (platform.dialogs && to === null) return
      yield { done: 0, total, file: null }
      const path = await scratch()
      const progress = createProgress()
      const work =
        format === 'pdf'
          ? print(first, path, signal)
          : write(path, { articleIds, format, pictures }, progress.report, signal)
      work.then(progress.end, progress.end)
      try {
        for await (const done of progress) yield { done, total, file: null }
        await work
      } catch (error) {
        await rm(path, { force: true })
        if (signal?.aborted) return
        throw error
      }
      yield { done: total, total, file: await deliver(path, name, to) }
    },
    /**
     * Writes into a folder of this machine; answers the names of the files of the articles. REFUSED `files-there` before
     * anything is written where one of them is there already: it may have been edited since. Pictures are named after
     * their content, and the same whoever wrote them.
     */
    async exportTo(
      folder: string,
      { overwrite, ...request }: ExportRequest & { overwrite?: boolean },
      onArticle: (done: number) => void,
      signal?: AbortSignal,
    ): Promise<string[]> {
      if (!overwrite) {
        const path = (id: ArticleId) => join(folder, articleFileName(article(id), request.format))
        const there = request.articleIds.find((id) => existsSync(path(id)))
        if (there !== undefined) throw refused('files-there', path(there))
      }
      const names: string[] = []
      for await (const { name, content } of filesOf(request, onArticle, signal)) {
        const path = join(folder, name)
        makeFolder(dirname(path))
        if (content instanceof Uint8Array) await writeFile(path, content)
        else await copyFile(content.file, path)
        if (!name.startsWith('media/')) names.push(name)
      }
      return names
    },
    async html(id: ArticleId): Promise<Copy> {
      const around = surroundings()
      const content = exported(id)
      const data = await pictureData(content, around)
      const html = bodyHtml(content, (picture) => data.get(picture) ?? null, around.articleUrl)
      return { html, text: plainText(content.doc) }
    },
    async weChat(id: ArticleId, style: WeChatStyle) {
      const content = exported(id)
      const around = surroundings()
      const [pictures, formulas] = await Promise.all([
        weChatPictures(usedMedia(content.doc), around.findPicture),
        formulaDrawings(content.doc),
      ])
      return weChatCopy(content, style, around, pictures, formulas)
    },
    findExport: (key: string) => finished.get(key) ?? null,
    async stop(): Promise<void> {
      if (folder) await rm(await folder, { recursive: true, force: true })
    },
  }
}
