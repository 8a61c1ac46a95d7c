/** Marks that are for editors only: readers get none of them. */
export const editorialMarks: ReadonlySet<string> = new Set([
  'comment',
  'insertion',
  'deletion',
  'modification',
])
