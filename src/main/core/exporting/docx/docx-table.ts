import { Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } from 'docx'
import type { NodeJson } from '#shared/document/document-json.ts'

/** Twentieths of a point for a pixel. */
const perPixel = 15
/** Between the margins. */
const textWidth = 9000

/** Widths of the columns: those of the first row that say one, the rest of the page shared. */
function columnWidths(rows: readonly NodeJson[]): number[] {
  const widths = (rows[0]?.content ?? []).flatMap(({ attrs }) => {
    const span = Number(attrs?.colspan ?? 1)
    return Array.isArray(attrs?.colwidth)
      ? attrs.colwidth.map((width) => Number(width) * perPixel)
      : Array<number>(span).fill(0)
  })
  const used = widths.reduce((sum, width) => sum + width, 0)
  const open = widths.filter((width) => width === 0).length
  const share = Math.max(600, Math.floor((textWidth - used) / Math.max(1, open)))
  return widths.map((width) => width || share)
}

/** `cellBlocks` makes the blocks of a cell. */
export function docxTable(
  { content: rows = [] }: NodeJson,
  cellBlocks: (content: readonly NodeJson[]) => (Paragraph | Table)[],
): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: columnWidths(rows),
    rows: rows.map(
      ({ content: cells = [] }, index) =>
        new TableRow({
          tableHeader: index === 0 && cells.every(({ type }) => type === 'tableHeader'),
          children: cells.map((cell) => {
            const blocks = cellBlocks(cell.content ?? [])
            return new TableCell({
              columnSpan: Number(cell.attrs?.colspan ?? 1),
              rowSpan: Number(cell.attrs?.rowspan ?? 1),
              margins: { top: 60, bottom: 60, left: 100, right: 100 },
              ...(cell.type === 'tableHeader' && {
                shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F0F2F4' },
              }),
              // Word wants a paragraph at the end of a cell.
              children: blocks.length > 0 ? blocks : [new Paragraph({ style: 'TableText' })],
            })
          }),
        }),
    ),
  })
}
