import type { ReplaceMatch } from '#shared/contract/replacing.ts'

/** Nodes whose words stand in an attribute, and how such a place is called. */
export const heldWords: Readonly<Record<string, { field: ReplaceMatch['field']; attribute: string }>> = {
  image: { field: 'caption', attribute: 'caption' },
  embed: { field: 'embed', attribute: 'title' },
  mathInline: { field: 'formula', attribute: 'latex' },
  mathBlock: { field: 'formula', attribute: 'latex' },
}
