type Pinyin = (text: string, query: string) => boolean

let pinyin: Pinyin | undefined

/** Brings pinyin into the window, a large table that nothing needs before somebody searches names. */
export async function loadPinyin(): Promise<void> {
  if (pinyin) return
  const { match } = await import('pinyin-pro')
  pinyin = (text, query) => match(text, query, { continuous: true, precision: 'start' }) !== null
}

const plain = (text: string) => text.toLocaleLowerCase().replace(/\s+/g, '')

/**
 * How well a query finds something of this name, 0 best; null when it does not. Besides the name itself: the words,
 * and once it is loaded the name's pinyin, whole (`biaoti`), by initials (`bt`) or in between (`biaot`).
 */
export function matchName(query: string, name: string, words: readonly string[] = []): number | null {
  const wanted = plain(query)
  if (wanted === '') return 0
  const at = plain(name).indexOf(wanted)
  if (at === 0) return 0
  if (words.some((word) => word.startsWith(wanted))) return 1
  if (at > 0) return 2
  return /^[a-z0-9]+$/.test(wanted) && pinyin?.(plain(name), wanted) ? 3 : null
}

/** Those that a query finds, the best first; equals keep their order. */
export const bestMatches = <Item>(
  items: readonly Item[],
  query: string,
  named: (item: Item) => readonly [name: string, words?: readonly string[]],
): Item[] =>
  items
    .map((item) => ({ item, rank: matchName(query, ...named(item)) }))
    .filter((found): found is { item: Item; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
