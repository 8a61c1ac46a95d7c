/** Parsers take time that grows with the square of the depth; no page that people read comes near this. */
const deepest = 3000
const shallow = new Set(
  'p li td th tr dt dd option tbody thead area base br col embed hr img input link meta source track wbr'.split(
    ' ',
  ),
)

/** @throws RangeError when elements are nested beyond reason. Elements that close themselves do not count. */
export function assertShallow(html: string): void {
  let depth = 0
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (shallow.has(name.toLowerCase())) continue
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) throw new RangeError('nested too deep')
  }
}
