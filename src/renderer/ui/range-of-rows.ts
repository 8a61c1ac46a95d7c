/** A row of a list that other windows change, and where it was seen; the id is undefined where the row never came into view. */
export interface RowPlace<Id> {
  id: Id | undefined
  index: number
}

/**
 * The rows from one place to another, as the list is now: the rows that were seen count, not where they were.
 * `between` fetches rows by index, `last` is the index of the list's last.
 */
export async function rangeOfRows<Id, Row extends { id: Id }>(
  ends: readonly [RowPlace<Id>, RowPlace<Id>],
  between: (first: number, last: number) => Promise<Row[]>,
  last: number,
): Promise<Row[]> {
  const [upper, lower] = ends[0].index <= ends[1].index ? ends : [ends[1], ends[0]]
  const rows = await between(upper.index, lower.index)
  const isWhere = (row: Row | undefined, { id }: RowPlace<Id>) => id === undefined || row?.id === id
  if (isWhere(rows[0], upper) && isWhere(rows.at(-1), lower)) return rows
  const all = await between(0, last)
  const [first = 0, end = 0] = ends
    .map(({ id, index }) => {
      const found = all.findIndex((row) => row.id === id)
      return found < 0 ? index : found
    })
    .sort((a, b) => a - b)
  return all.slice(first, end + 1)
}
