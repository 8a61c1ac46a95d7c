import { parseHTML } from 'linkedom'
import { absoluteUrl } from './absolute-url.ts'
import { assertShallow } from './assert-shallow.ts'
import { documentOf } from './document-builder.ts'
import { generator } from './front-matter.ts'
import { htmlDocument, type PageDocument, type PageElement } from './html-document.ts'
import { blankArticle, type ImportedArticle, type ParseOptions, type SourceFile } from './imported-article.ts'
import { ownHtmlDocument } from './own-html.ts'
import { sameText } from './plain-lines.ts'
import { findTime } from './zoned-time.ts'

/** A web page: its facts from the head, its article from the part that holds most of the text. */
export function parseHtml({ text }: SourceFile, options: ParseOptions): ImportedArticle {
  assertShallow(text)
  const { document } = parseHTML(withFrame(text))
  if (metaContent(document, 'generator') === generator) return ownPage(document, text, options)
  const base = absoluteUrl(metaContent(document, 'og:url') || savedFrom(text)) ?? undefined
  const root = articleRoot(document)
  const title = pageTitle(document, root)
  for (const heading of root.querySelectorAll('h1')) {
    if (sameText(heading.textContent ?? '', title)) heading.remove()
  }
  const time = metaContent(document, 'article:published_time', 'pubdate', 'publishdate', 'date')
  const { doc, pictures, warnings } = htmlDocument(root.innerHTML, base)
  return {
    ...blankArticle,
    format: 'html',
    title,
    dek: metaContent(document, 'description', 'og:description').slice(0, 300),
    category: metaContent(document, 'article:section').slice(0, 60),
    byline: metaContent(document, 'author', 'article:author')
      .replace(/^https?:.*/, '')
      .slice(0, 120),
    tags: metaContents(document, 'article:tag').slice(0, 50),
    sourceUrl: base ?? '',
    publishTime: findTime(time || timeElement(root), options.timeZone)?.time ?? null,
    doc,
    pictures,
    warnings,
  }
}

/** A page that an export made. Its text is escaped, so that no `</main>` is within it. */
function ownPage(document: PageDocument, text: string, options: ParseOptions): ImportedArticle {
  const body = text.slice(text.indexOf('<main>') + '<main>'.length, text.lastIndexOf('</main>'))
  const cover = document.querySelector('img[data-cover]')
  const read = ownHtmlDocument(cover ? `${cover.outerHTML}${body}` : body)
  const [first, ...content] = read.doc.content ?? []
  return {
    ...blankArticle,
    ...read,
    format: 'html',
    title: (document.querySelector('title')?.textContent ?? '').trim().slice(0, 500),
    dek: metaContent(document, 'description').slice(0, 2000),
    category: metaContent(document, 'article:section').slice(0, 60),
    byline: metaContent(document, 'author').slice(0, 120),
    tags: metaContents(document, 'article:tag').slice(0, 50),
    sourceName: metaContent(document, 'galley:source-name').slice(0, 200),
    sourceUrl: metaContent(document, 'galley:source-url').slice(0, 2000),
    slug: metaContent(document, 'galley:slug'),
    publishTime: findTime(metaContent(document, 'article:published_time'), options.timeZone)?.time ?? null,
    ...(cover && {
      doc: documentOf(content),
      cover: typeof first?.attrs?.media === 'string' ? first.attrs.media : null,
      coverAlt: cover.getAttribute('alt') ?? '',
    }),
  }
}

/** A bare fragment has to become a page, else its first element would be the root. */
function withFrame(html: string): string {
  if (/<html[\s>]/i.test(html)) return html
  return /<body[\s>]/i.test(html) ? `<html>${html}</html>` : `<html><body>${html}</body></html>`
}

/** Browsers note on a saved page where it came from. */
const savedFrom = (html: string): string =>
  /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 1000))?.[1] ?? ''

function metaContents(document: PageDocument, name: string): string[] {
  return [...document.querySelectorAll('meta')]
    .filter((meta) => (meta.getAttribute('property') ?? meta.getAttribute('name'))?.toLowerCase() === name)
    .map((meta) => (meta.getAttribute('content') ?? '').replace(/\s+/g, ' ').trim())
    .filter((content) => content !== '')
}

function metaContent(document: PageDocument, ...names: string[]): string {
  for (const name of names) {
    const [content] = metaContents(document, name)
    if (content) return content
  }
  return ''
}

const timeElement = (root: PageElement): string =>
  root.querySelector('time[datetime]')?.getAttribute('datetime') ?? ''

const length = (element: PageElement | null): number => element?.textContent?.replace(/\s+/g, '').length ?? 0

const bodySelectors = [
  '[itemprop="articleBody"]',
  '#js_content',
  '.article-content, .entry-content, .post-content, .article-body, .post-body, .article__body, .markdown-body',
  'article',
  'main, [role="main"]',
]

/** The element that holds the article and little else. */
function articleRoot(document: PageDocument): PageElement {
  // Not document.body: where a page names no head, that is an empty one.
  const body = (document.querySelector('body') ?? document.documentElement) as PageElement
  for (const noise of body.querySelectorAll(
    'script, style, noscript, template, nav, aside, form, footer, dialog, [role="navigation"], [aria-hidden="true"]',
  )) {
    noise.remove()
  }
  const whole = length(body)
  for (const selector of bodySelectors) {
    const found = [...body.querySelectorAll(selector)].sort((a, b) => length(b) - length(a))[0]
    // A teaser is not the article.
    if (found && length(found) > 0 && length(found) >= Math.min(200, whole * 0.3)) return found as PageElement
  }
  return densest(body)
}

/** Descends while one child holds nearly all the paragraphs. */
function densest(root: PageElement): PageElement {
  const paragraphs = (element: PageElement) =>
    [...element.querySelectorAll('p')].reduce((sum, paragraph) => sum + length(paragraph as PageElement), 0)
  const total = paragraphs(root)
  if (total < 200) return root
  let current = root
  for (;;) {
    const next = [...current.children].find((child) => paragraphs(child as PageElement) >= total * 0.9)
    if (!next) return current
    current = next as PageElement
  }
}

function pageTitle(document: PageDocument, root: PageElement): string {
  const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const inArticle = root.querySelectorAll('h1')
  const anywhere = document.querySelectorAll('h1')
  const heading = clean(
    (inArticle.length === 1 ? inArticle : anywhere.length === 1 ? anywhere : [])[0]?.textContent,
  )
  const shared = clean(metaContent(document, 'og:title'))
  const named = clean(document.querySelector('title')?.textContent)
  const title = heading || shared || named || clean(root.querySelector('h2, h3, p')?.textContent).slice(0, 60)
  return title.slice(0, 500)
}
