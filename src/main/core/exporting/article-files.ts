import { readFile } from 'node:fs/promises'
import type { ExportFormat } from '#shared/contract/exporting.ts'
import { usedMedia } from '#shared/document/plain-text.ts'
import type { ExportFile } from './export-file.ts'
import type { ExportedArticle, ExportSurroundings } from './exported-article.ts'
import { htmlFile } from './html-file.ts'
import { markdownFile } from './markdown-file.ts'
import { mediaPath } from './media-path.ts'

export interface FileOptions {
  format: Exclude<ExportFormat, 'pdf'>
  pictures: 'inside' | 'beside'
}

export const extensions: Record<ExportFormat, string> = {
  markdown: 'md',
  html: 'html',
  docx: 'docx',
  pdf: 'pdf',
}

export const articleFileName = ({ slug }: { slug: string }, format: ExportFormat): string =>
  `${slug}.${extensions[format]}`

/** Pictures as data: addresses, read before they are asked for. */
export async function pictureData(
  article: ExportedArticle,
  { findPicture }: ExportSurroundings,
): Promise<Map<string, string>> {
  const addresses = new Map<string, string>()
  for (const id of picturesOf(article)) {
    const picture = findPicture(id)
    const bytes = picture && (await readFile(picture.path).catch(() => null))
    if (bytes) addresses.set(id, `data:${picture.mime};base64,${bytes.toString('base64')}`)
  }
  return addresses
}

export const picturesOf = ({ doc, cover }: ExportedArticle): string[] => [
  ...new Set([...(cover === null ? [] : [cover]), ...usedMedia(doc)]),
]

/** The files that an article becomes; its own first, then the pictures beside it. */
export async function articleFiles(
  article: ExportedArticle,
  around: ExportSurroundings,
  { format, pictures }: FileOptions,
): Promise<ExportFile[]> {
  const name = articleFileName(article, format)
  const own = (content: string | Uint8Array): ExportFile => ({
    name,
    content: typeof content === 'string' ? Buffer.from(content) : content,
  })
  if (format === 'docx') {
    // Some 3 MB of code that most sessions do without.
    const { docxFile } = await import('./docx/docx-file.ts')
    return [own(await docxFile(article, around))]
  }
  if (format === 'html' && pictures === 'inside') {
    const data = await pictureData(article, around)
    return [own(htmlFile(article, around, (id) => data.get(id) ?? null))]
  }
  const beside = picturesOf(article).flatMap((id) => around.findPicture(id) ?? [])
  const addressOf = (id: string) => {
    const picture = around.findPicture(id)
    return picture && mediaPath(picture)
  }
  return [
    own(format === 'html' ? htmlFile(article, around, addressOf) : markdownFile(article, around)),
    ...beside.map((picture): ExportFile => ({ name: mediaPath(picture), content: { file: picture.path } })),
  ]
}
