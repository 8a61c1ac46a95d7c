const marks = ['"media":"', '"cover":"'].map((mark) => Buffer.from(mark))
const idLength = 64

/**
 * Ids of the pictures that an article's content shows, cover included, without parsing it: publishing keeps ten
 * thousand revisions at a time. A quote inside a text is escaped, so that what looks like a field is one.
 */
export function picturesInJson(content: Buffer): Set<string> {
  const found = new Set<string>()
  for (const mark of marks) {
    for (let at = content.indexOf(mark); at !== -1; at = content.indexOf(mark, at + 1)) {
      const start = at + mark.length
      const id = content.toString('latin1', start, start + idLength)
      if (/^[0-9a-f]{64}$/.test(id)) found.add(id)
    }
  }
  return found
}
