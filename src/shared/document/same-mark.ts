import type { MarkJson } from './document-json.ts'

/** Whether two marks are one where they meet: the same type with the same attributes. */
export function sameMark(a: MarkJson, b: MarkJson): boolean {
  if (a === b) return true
  if (a.type !== b.type) return false
  const names = new Set([...Object.keys(a.attrs ?? {}), ...Object.keys(b.attrs ?? {})])
  for (const name of names) if (!sameAttribute(a.attrs?.[name], b.attrs?.[name])) return false
  return true
}

const sameAttribute = (a: unknown, b: unknown) =>
  (a ?? null) === (b ?? null) || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
