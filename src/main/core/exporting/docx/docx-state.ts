import type { IParagraphOptions, Paragraph } from 'docx'
import type { ExportSurroundings } from '../exported-article.ts'

export interface DocxPicture {
  data: Buffer
  type: 'jpg' | 'png' | 'gif'
  width: number
  height: number
}

/** A document on its way to Word. */
export interface DocxState extends Pick<ExportSurroundings, 'articleUrl'> {
  pictures: ReadonlyMap<string, DocxPicture>
  /** Notes by their number. */
  footnotes: Record<number, { children: Paragraph[] }>
  /** Where each numbered list starts, in order. */
  numberedLists: { start: number; level: number }[]
}

/** What the blocks around a paragraph make of it. */
export interface Around {
  /** Depth of lists, -1 outside. */
  level: number
  /** Twentieths of a point. */
  indent: number
  style?: 'Quote' | 'PullQuote' | 'TableText'
  box?: Pick<IParagraphOptions, 'border' | 'shading'>
}
