import type { CategoryRow } from './category.repository.ts'

/** Rows with parents before children and siblings in order. Expects siblings in order. */
export function treeOrder(rows: readonly CategoryRow[]): CategoryRow[] {
  const children = Map.groupBy(rows, (row) => row.parent_id)
  const below = (id: number | null): CategoryRow[] =>
    (children.get(id) ?? []).flatMap((row) => [row, ...below(row.id)])
  return below(null)
}

/** Whether `id` is `ancestorId` or lies below it. */
export function isWithin(rows: readonly CategoryRow[], id: number | null, ancestorId: number): boolean {
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]))
  for (let at = id; at !== null; at = parents.get(at) ?? null) if (at === ancestorId) return true
  return false
}
