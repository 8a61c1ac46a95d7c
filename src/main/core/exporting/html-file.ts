import { escapeHtml } from '#shared/document/escape-html.ts'
import { holdSpaces, writeHeldSpaces } from '#shared/document/held-spaces.ts'
import { articleHref } from '#shared/document/link/link-target.ts'
import { publishedDocument } from '#shared/document/published-document.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { generator } from '../importing/front-matter.ts'
import { formula } from '../rendering/formula.ts'
import type { ExportedArticle, ExportSurroundings } from './exported-article.ts'
import { plainHtml } from './plain-html.ts'

/** Readable anywhere, nothing else. */
const style = [
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.8 system-ui,sans-serif}',
  'img{max-width:100%;height:auto}figure{margin:1.5em 0}figcaption{color:#666;font-size:.875em}',
  'table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.3em .6em;text-align:left}',
  'pre{overflow-x:auto;background:#f5f5f5;padding:1em}aside,blockquote{border-left:3px solid #bbb;margin:1.5em 0;padding:0 1em}',
].join('\n')

/** The body in HTML that any program understands. `pictureUrl`: where the file finds a picture. */
export function bodyHtml(
  article: ExportedArticle,
  pictureUrl: (id: string) => string | null,
  articleUrl: (uid: string) => string | null = articleHref,
): string {
  const doc = holdSpaces(publishedDocument(article.doc))
  const context = { mediaUrl: pictureUrl, articleUrl, math: formula, complete: true }
  return writeHeldSpaces(plainHtml(renderDocumentHtml(doc, context)))
}

/** A whole page that needs nothing around it. The import reads all of it back. */
export function htmlFile(
  article: ExportedArticle,
  { isoTime, textTime, language }: ExportSurroundings,
  pictureUrl: (id: string) => string | null,
): string {
  const { title, dek, byline, category, tags, sourceName, sourceUrl, publishTime, cover, coverAlt } = article
  const meta = (name: string, content: string) =>
    content === '' ? [] : [`<meta name="${name}" content="${escapeHtml(content)}">`]
  const facts = [byline, publishTime === null ? '' : textTime(publishTime), category].filter(
    (fact) => fact !== '',
  )
  const source = sourceUrl
    ? `<a href="${escapeHtml(sourceUrl)}">${escapeHtml(sourceName || sourceUrl)}</a>`
    : escapeHtml(sourceName)
  const coverUrl = cover && pictureUrl(cover)
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...meta('generator', generator),
    `<title>${escapeHtml(title)}</title>`,
    ...meta('description', dek),
    ...meta('author', byline),
    ...meta('article:section', category),
    ...meta('article:published_time', publishTime === null ? '' : isoTime(publishTime)),
    ...tags.flatMap((tag) => meta('article:tag', tag)),
    ...meta('galley:slug', article.slug),
    ...meta('galley:source-name', sourceName),
    ...meta('galley:source-url', sourceUrl),
    `<style>\n${style}\n</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${escapeHtml(title)}</h1>`,
    ...(dek ? [`<p>${escapeHtml(dek)}</p>`] : []),
    ...(facts.length > 0 ? [`<p><small>${facts.map(escapeHtml).join(' · ')}</small></p>`] : []),
    ...(coverUrl
      ? [`<figure><img src="${escapeHtml(coverUrl)}" alt="${escapeHtml(coverAlt)}" data-cover></figure>`]
      : []),
    '</header>',
    '<main>',
    `${bodyHtml(article, pictureUrl)}</main>`,
    ...(source ? [`<footer><p><small>${source}</small></p></footer>`] : []),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
