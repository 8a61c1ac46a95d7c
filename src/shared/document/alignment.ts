import { choice, chosen } from './choice.ts'

/** Null is the beginning of the line. */
export const alignments = ['center', 'right', 'justify'] as const

export const align = choice('alignment', alignments)

interface ElementLike {
  className: string
  style?: { textAlign?: string }
}

/** From a style, or from the class that a published page has. */
export const alignmentOf = (element: ElementLike) =>
  chosen(alignments, element.style?.textAlign || /(?:^|\s)align-(\w+)/.exec(element.className)?.[1])

export function alignmentClass(value: unknown): string {
  const name = chosen(alignments, value)
  return name ? ` class="align-${name}"` : ''
}
