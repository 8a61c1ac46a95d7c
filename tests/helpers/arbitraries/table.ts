import fc from 'fast-check'
import type { NodeJson } from '#shared/document/document-json.ts'

/** Cells of a grid as rectangles: some neighbours of the same row or column become one cell. */
function spread(rows: number, columns: number, wide: readonly number[], tall: readonly number[]) {
  const taken = new Set<number>()
  const at = (row: number, column: number) => row * columns + column
  return Array.from({ length: rows }, (_, row) => {
    const cells: { colspan: number; rowspan: number; column: number }[] = []
    for (let column = 0; column < columns; column++) {
      if (taken.has(at(row, column))) continue
      const isWide = wide.includes(at(row, column)) && column + 1 < columns && !taken.has(at(row, column + 1))
      const colspan = isWide ? 2 : 1
      // Never a whole row: one without cells of its own is no row.
      const isTall =
        tall.includes(at(row, column)) && column === 0 && columns > 1 && !isWide && row + 1 < rows
      const rowspan = isTall ? 2 : 1
      for (let r = row; r < row + rowspan; r++)
        for (let c = column; c < column + colspan; c++) taken.add(at(r, c))
      cells.push({ colspan, rowspan, column })
    }
    return cells
  })
}

/** Tables, half of them plain enough for Markdown: one row of headers, one paragraph a cell, nothing merged. */
export const tableOf = (cellBlock: fc.Arbitrary<NodeJson>): fc.Arbitrary<NodeJson> =>
  fc
    .record({
      rows: fc.integer({ min: 1, max: 4 }),
      columns: fc.integer({ min: 1, max: 3 }),
      wide: fc.array(fc.nat(11), { maxLength: 2 }),
      tall: fc.array(fc.nat(11), { maxLength: 2 }),
      widths: fc.option(fc.constantFrom(120, 240), { freq: 3 }),
      simple: fc.boolean(),
      headerColumn: fc.boolean(),
      blocks: fc.array(fc.array(cellBlock, { minLength: 1, maxLength: 2 }), { minLength: 12, maxLength: 12 }),
    })
    .map(({ rows, columns, wide, tall, widths, simple, headerColumn, blocks }) => {
      const grid = spread(rows, columns, simple ? [] : wide, simple ? [] : tall)
      const content = grid.map((cells, row) => ({
        type: 'tableRow',
        content: cells.map(({ colspan, rowspan, column }, index): NodeJson => {
          const [first, ...others] = blocks[(row * columns + column) % 12] ?? []
          return {
            type: row === 0 || (headerColumn && !simple && index === 0) ? 'tableHeader' : 'tableCell',
            attrs: {
              colspan,
              rowspan,
              colwidth: widths && !simple ? Array<number>(colspan).fill(widths) : null,
            },
            content: (simple ? [first] : [first, ...others]).flatMap((block) => block ?? []),
          }
        }),
      }))
      return { type: 'table', content }
    })
