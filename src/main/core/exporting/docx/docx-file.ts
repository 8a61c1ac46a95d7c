import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { usedMedia } from '#shared/document/plain-text.ts'
import { safeUrl } from '#shared/document/safe-url.ts'
import type { ExportedArticle, ExportSurroundings } from '../exported-article.ts'
import { docxBlocks } from './docx-blocks.ts'
import { docxPictures } from './docx-pictures.ts'
import type { DocxState } from './docx-state.ts'
import { docxNumbering, docxStyles } from './docx-styles.ts'

/**
 * An article for Word and WPS: styles, numbering and notes are Word's own, so that others can go on working with them.
 * Formulas are lines of text, folded blocks are open, videos are links.
 */
export async function docxFile(article: ExportedArticle, around: ExportSurroundings): Promise<Uint8Array> {
  const state: DocxState = {
    articleUrl: around.articleUrl,
    pictures: await docxPictures(usedMedia(article.doc), around.findPicture),
    footnotes: {},
    numberedLists: [],
  }
  const body = docxBlocks(article.doc.content ?? [], state, { level: -1, indent: 0 })
  const file = new Document({
    title: article.title,
    creator: article.byline || 'Galley',
    description: article.dek,
    keywords: article.tags.join(', '),
    styles: docxStyles,
    numbering: docxNumbering(state.numberedLists),
    footnotes: state.footnotes,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1440, bottom: 1440, left: 1440, right: 1440 },
          },
        },
        children: [...head(article, around), ...body, ...source(article)],
      },
    ],
  })
  return Packer.toBuffer(file)
}

function head(article: ExportedArticle, { textTime }: ExportSurroundings): Paragraph[] {
  const time = article.publishTime === null ? '' : textTime(article.publishTime)
  const facts = [article.byline, time, article.category].filter((fact) => fact !== '')
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(article.title)] }),
    ...(article.dek ? [new Paragraph({ style: 'Subtitle', children: [new TextRun(article.dek)] })] : []),
    ...(facts.length > 0
      ? [new Paragraph({ style: 'Facts', children: [new TextRun(facts.join(' · '))] })]
      : []),
  ]
}

function source({ sourceName, sourceUrl }: ExportedArticle): Paragraph[] {
  const address = safeUrl(sourceUrl)
  const text = sourceName || sourceUrl
  if (!text) return []
  const name: ParagraphChild = address
    ? new ExternalHyperlink({ link: address, children: [new TextRun({ text, style: 'Hyperlink' })] })
    : new TextRun(text)
  return [new Paragraph({ style: 'Facts', children: [new TextRun('来源：'), name] })]
}
