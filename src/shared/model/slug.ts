import { z } from 'zod'

/** Lower-case ASCII letters, digits and single hyphens; 1 to 80 characters. It becomes a file name and a URL segment. */
export const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
export type Slug = z.infer<typeof Slug>

/** Brings any ASCII-transliterated text into slug form; '' where nothing usable is left. Cuts at a word boundary. */
export function normalizeSlug(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (slug.length <= 80) return slug
  const cut = slug.slice(0, 81).lastIndexOf('-')
  return slug.slice(0, cut > 20 ? cut : 80)
}
