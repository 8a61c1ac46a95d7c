/** What is written and not sent, by the box it is in; it outlives the panel. */
const unsent = new Map<string, string>()

export const unsentText = (box: string): string => unsent.get(box) ?? ''

export function keepUnsent(box: string, text: string): void {
  if (text === '') unsent.delete(box)
  else unsent.set(box, text)
}
