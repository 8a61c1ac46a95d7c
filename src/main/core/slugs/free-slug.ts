import { randomBytes } from 'node:crypto'

/** Windows opens a device under these names, whatever the extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** The slug itself, or the first of `-2`, `-3` … that is not taken. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  const free = (candidate: string) => !device.test(candidate) && !isTaken(candidate)
  if (free(slug)) return slug
  const stem = slug.slice(0, 70).replace(/-+$/, '')
  for (let number = 2; number < 50; number++) {
    if (free(`${stem}-${number}`)) return `${stem}-${number}`
  }
  for (;;) {
    const candidate = `${stem}-${randomBytes(4).toString('hex')}`
    if (free(candidate)) return candidate
  }
}
