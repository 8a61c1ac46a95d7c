/** One page of a list. `number` null is the index, the page of the newest. */
export interface ListSlice<Item = number> {
  readonly number: number | null
  /** Newest first. */
  readonly items: readonly Item[]
  /** Numbers of the neighbours: null is the index, undefined none. */
  readonly newer: number | null | undefined
  readonly older: number | undefined
}

/**
 * Pages are counted from the oldest article, so a new one touches the index alone. The index holds what does not fill
 * a page yet and the full page before it: `pageSize` up to twice that, less one.
 *
 * @param items newest first
 */
export function paginate<Item>(items: readonly Item[], pageSize: number): ListSlice<Item>[] {
  const older = Math.max(0, Math.floor(items.length / pageSize) - 1)
  const end = items.length
  const slices: ListSlice<Item>[] = [
    {
      number: null,
      items: items.slice(0, end - older * pageSize),
      newer: undefined,
      older: older > 0 ? older : undefined,
    },
  ]
  for (let number = older; number >= 1; number--) {
    slices.push({
      number,
      items: items.slice(end - number * pageSize, end - (number - 1) * pageSize),
      newer: number === older ? null : number + 1,
      older: number > 1 ? number - 1 : undefined,
    })
  }
  return slices
}
