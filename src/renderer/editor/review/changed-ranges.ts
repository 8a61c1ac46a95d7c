import { Mapping, type StepMap } from '@tiptap/pm/transform'

/** A stretch of a document that became another one: [fromA, toA) before, [fromB, toB) after. */
export interface Change {
  fromA: number
  toA: number
  fromB: number
  toB: number
}

/** What a run of steps has touched, in order and apart from each other. */
export function changedRanges(maps: readonly StepMap[]): Change[] {
  const ranges: { from: number; to: number }[] = []
  maps.forEach((map, index) => {
    const rest = new Mapping(maps.slice(index + 1))
    map.forEach((_fromA, _toA, fromB, toB) => {
      ranges.push({ from: rest.map(fromB, -1), to: rest.map(toB, 1) })
    })
  })
  ranges.sort((a, b) => a.from - b.from)
  const merged: typeof ranges = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else merged.push(range)
  }
  const back = new Mapping([...maps]).invert()
  return merged.map(({ from, to }) => ({
    fromA: back.map(from, -1),
    toA: back.map(to, 1),
    fromB: from,
    toB: to,
  }))
}
